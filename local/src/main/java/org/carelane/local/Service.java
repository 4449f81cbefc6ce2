package org.carelane.local;

import java.util.List;
import java.util.stream.Stream;

/**
 * One process of the fleet.
 *
 * @param application the application it is an instance of; the first instance has its name
 * @param module the Maven module whose jar it runs from; empty for a program that is not ours
 * @param mainClass empty for a Spring Boot application, which knows its own; for a program that is
 *     not ours its name
 * @param portVariable the environment variable that moves its port
 * @param furtherPorts where it listens as well
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
    List<FurtherPort> furtherPorts,
    int heapMegabytes,
    boolean light,
    List<String> needs) {

  private static final int BETWEEN_PORTS = 100;

  /**
   * @param variable the environment variable that moves it
   */
  record FurtherPort(String variable, int usual) {

    private FurtherPort instance(int number) {
      return new FurtherPort(variable + "_" + number, usual + BETWEEN_PORTS * (number - 1));
    }
  }

  Service {
    furtherPorts = List.copyOf(furtherPorts);
    needs = List.copyOf(needs);
  }

  Service listeningAt(FurtherPort port) {
    return new Service(
        name,
        application,
        module,
        mainClass,
        portVariable,
        defaultPort,
        List.of(port),
        heapMegabytes,
        light,
        needs);
  }

  /** The variables of all its ports. */
  List<String> portVariables() {
    var all =
        Stream.concat(Stream.of(portVariable), furtherPorts.stream().map(FurtherPort::variable));
    return all.filter(variable -> !variable.isEmpty()).toList();
  }

  /** The variable of the port where it tells its health and metrics. */
  String operationsPortVariable() {
    return isApplication() ? portVariables().getLast() : portVariable;
  }

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
        furtherPorts.stream().map(port -> port.instance(number)).toList(),
        heapMegabytes,
        light,
        List.of(application));
  }
}
