package org.carelane.local;

import java.util.List;

/**
 * One process of the fleet.
 *
 * @param application the application it is an instance of; the first instance has its name
 * @param module the Maven module whose jar it runs from; empty for a program that is not ours
 * @param mainClass empty for a Spring Boot application, which knows its own; for a program that is
 *     not ours its name
 * @param portVariable the environment variable that moves its port
 * @param heapMegabytes maximum heap size
 * @param light whether it does so little that optimizing its code does not pay
 * @param needs names of the services that must be ready before this one starts
 */
record Service(
    String name,
    String application,
    String module,
    String mainClass,
    String portVariable,
    int defaultPort,
    int heapMegabytes,
    boolean light,
    List<String> needs) {

  private static final int BETWEEN_PORTS = 100;

  boolean isApplication() {
    return mainClass.isEmpty();
  }

  boolean isOurs() {
    return !module.isEmpty();
  }

  boolean isFirst() {
    return name.equals(application);
  }

  /** A further instance, which starts when the first is ready: all at once would take longer. */
  Service instance(int number) {
    return new Service(
        application + "-" + number,
        application,
        module,
        mainClass,
        portVariable + "_" + number,
        defaultPort + BETWEEN_PORTS * (number - 1),
        heapMegabytes,
        light,
        List.of(application));
  }
}
