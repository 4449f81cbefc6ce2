package org.carelane.testservers;

/** Starts the servers at first use, once per JVM. */
final class RunningServers {

  static final Servers SERVERS = start(System.getProperty("carelane.test.servers", "embedded"));

  private RunningServers() {}

  private static Servers start(String kind) {
    return switch (kind) {
      case "embedded" -> EmbeddedServers.start();
      case "containers" -> ContainerServers.start();
      default ->
          throw new IllegalArgumentException(
              "carelane.test.servers must be embedded or containers, not " + kind);
    };
  }
}
