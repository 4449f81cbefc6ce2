package org.carelane.bench;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.RawBsonDocument;

/** What lies in the database and on Kafka: how many and how many bytes, by collection and topic. */
record Stored(Map<String, Amount> amounts) {

  private static final List<String> DATABASES =
      List.of("auth", "appointments", "payments", "notifications", "chats");

  record Amount(long count, long bytes) {

    Amount plus(long bytesOfOne) {
      return new Amount(count + 1, bytes + bytesOfOne);
    }
  }

  /** Reads every document: not for a database of any size. */
  static Stored look() {
    var amounts = new TreeMap<String, Amount>();
    if (!Settings.MONGODB.isEmpty()) {
      try {
        documents(amounts);
        messages(amounts);
      } catch (MongoException | KafkaException | ExecutionException e) {
        System.out.println("What is stored was not measured: " + e.getMessage());
        amounts.clear();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return new Stored(amounts);
  }

  private static void documents(Map<String, Amount> amounts) {
    try (var client = MongoClients.create(Settings.MONGODB)) {
      for (var name : DATABASES) {
        var database = client.getDatabase(name);
        for (var collection : database.listCollectionNames()) {
          var amount = new Amount(0, 0);
          for (var document : database.getCollection(collection, RawBsonDocument.class).find()) {
            amount = amount.plus(document.getByteBuffer().remaining());
          }
          amounts.put(name + "." + collection, amount);
        }
      }
    }
  }

  private static void messages(Map<String, Amount> amounts)
      throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", Settings.KAFKA))) {
      var topics = admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get();
      var ends =
          topics.values().stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(it -> new TopicPartition(topic.name(), it.partition())))
              .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
      var offsets = admin.listOffsets(ends).all().get();
      var nodes = admin.describeCluster().nodes().get().stream().map(it -> it.id()).toList();
      admin
          .describeLogDirs(nodes)
          .allDescriptions()
          .get()
          .values()
          .forEach(
              directories ->
                  directories
                      .values()
                      .forEach(
                          it ->
                              it.replicaInfos()
                                  .forEach(
                                      (partition, replica) ->
                                          amounts.merge(
                                              "topic " + partition.topic(),
                                              new Amount(
                                                  offsets.containsKey(partition)
                                                      ? offsets.get(partition).offset()
                                                      : 0,
                                                  replica.size()),
                                              Stored::sum))));
    }
  }

  private static Amount sum(Amount one, Amount other) {
    return new Amount(one.count() + other.count(), one.bytes() + other.bytes());
  }

  void printSince(Stored before, int bookings) {
    if (amounts.isEmpty() || bookings == 0) {
      return;
    }
    System.out.printf("%n| stored | per booking | bytes per booking |%n|---|---|---|%n");
    amounts.forEach(
        (name, now) -> {
          var then = before.amounts().getOrDefault(name, new Amount(0, 0));
          var more = new Amount(now.count() - then.count(), now.bytes() - then.bytes());
          if (more.bytes() != 0) {
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.0f |%n",
                name,
                (double) more.count() / bookings,
                (double) more.bytes() / bookings);
          }
        });
  }
}
