package org.carelane.testservers;

/** The servers of the local fleet, inside this JVM. */
record EmbeddedServers(String mongoUri, String kafka) implements Servers {

  static EmbeddedServers start() {
    return new EmbeddedServers(EmbeddedMongo.start(), EmbeddedKafka.start());
  }
}
