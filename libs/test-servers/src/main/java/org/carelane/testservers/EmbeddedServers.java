package org.carelane.testservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.carelane.embedded.KafkaNode;
import org.carelane.embedded.MongoServer;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The servers of the local fleet, inside this JVM. */
record EmbeddedServers(String mongoUri, String kafka) implements Servers {

  static EmbeddedServers start() {
    try {
      quiet();
      var mongo = MongoServer.inMemory();
      AtJvmEnd.run(mongo::close);
      var kafka = KafkaNode.temporary();
      AtJvmEnd.run(() -> close(kafka));
      return new EmbeddedServers(mongo.uri(), kafka.bootstrapServers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(KafkaNode kafka) {
    try {
      kafka.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Otherwise the broker logs more than the test. */
  private static void quiet() {
    var logging = LoggingSystem.get(EmbeddedServers.class.getClassLoader());
    for (var logger : new String[] {"kafka", "org.apache.kafka", "state.change.logger"}) {
      logging.setLogLevel(logger, LogLevel.WARN);
      // An application that starts later sets all levels anew.
      System.setProperty("logging.level." + logger, LogLevel.WARN.name());
    }
  }
}
