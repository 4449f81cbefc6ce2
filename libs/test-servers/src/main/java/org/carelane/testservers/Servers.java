package org.carelane.testservers;

/** The database and the broker of this JVM's tests. They run until the JVM ends. */
public sealed interface Servers permits EmbeddedServers, ContainerServers {

  /** Connection string without a database name. */
  String mongoUri();

  /** Bootstrap servers. */
  String kafka();

  /** The servers, started by the first call. */
  static Servers running() {
    return RunningServers.SERVERS;
  }
}
