package org.carelane.testservers;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** A MongoDB-compatible server that forgets everything. */
final class EmbeddedMongo {

  private EmbeddedMongo() {}

  static String start() {
    var server = new MongoServer(new HelloBackend());
    var address = server.bind();
    AtJvmEnd.run(server::shutdownNow);
    return "mongodb://localhost:" + address.getPort();
  }

  /** Knows {@code hello}, which Spring Boot's health check asks. */
  private static final class HelloBackend extends H2Backend {

    HelloBackend() {
      super(org.h2.mvstore.MVStore.open(null));
    }

    @Override
    public Document handleCommand(
        Channel channel, String database, String command, Document query) {
      if (!command.equals("hello")) {
        return super.handleCommand(channel, database, command, query);
      }
      var isMaster = new Document("ismaster", 1).append("$db", "admin");
      var answer = super.handleCommand(channel, "admin", "ismaster", isMaster);
      return answer.append("isWritablePrimary", true);
    }
  }
}
