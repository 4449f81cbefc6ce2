package org.carelane.testservers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** The servers of production, in Docker. Testcontainers removes them when the JVM ends. */
record ContainerServers(String mongoUri, String kafka) implements Servers {

  static ContainerServers start() {
    var mongo = new MongoDBContainer("mongo:8.0").withReplicaSet();
    var kafka = new KafkaContainer("apache/kafka:4.2.1");
    Startables.deepStart(mongo, kafka).join();
    return new ContainerServers(mongo.getConnectionString(), kafka.getBootstrapServers());
  }
}
