package org.carelane.local;

import java.util.List;

/**
 * One process of the fleet.
 *
 * @param module the Maven module whose jar it runs from
 * @param mainClass empty for a Spring Boot application, which knows its own
 * @param portVariable the environment variable that moves its port
 * @param heapMegabytes the size its heap may grow to
 * @param light it does so little that code which compiles fast beats code which runs fast
 * @param needs names of the services that must be ready before this one starts
 */
record Service(
    String name,
    String module,
    String mainClass,
    String portVariable,
    int defaultPort,
    int heapMegabytes,
    boolean light,
    List<String> needs) {

  boolean isApplication() {
    return mainClass.isEmpty();
  }
}
