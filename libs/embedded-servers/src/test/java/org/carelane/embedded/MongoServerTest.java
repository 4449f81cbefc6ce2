package org.carelane.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoServerTest {

  private MongoServer server;
  private MongoClient client;
  private MongoCollection<Document> slots;

  @BeforeEach
  void start() {
    server = MongoServer.inMemory();
    client = MongoClients.create(server.uri());
    slots = client.getDatabase("test").getCollection("slots");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void answersHelloAsAWritablePrimary() {
    var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));

    assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
  }

  @Test
  void letsOneOfManyWinACompareAndSet() throws Exception {
    slots.insertOne(new Document("_id", "slot").append("state", "FREE"));
    Callable<Document> book =
        () -> slots.findOneAndUpdate(and(eq("slot"), eq("state", "FREE")), set("state", "HELD"));

    try (var patients = Executors.newFixedThreadPool(50)) {
      var winners =
          patients.invokeAll(IntStream.range(0, 100).mapToObj(_ -> book).toList()).stream()
              .filter(answer -> answer.resultNow() != null)
              .count();

      assertThat(winners).isEqualTo(1);
    }
  }

  @Test
  void holdsASparseUniqueIndexForThoseThatHaveTheField() {
    slots.createIndex(Indexes.ascending("holder"), new IndexOptions().unique(true).sparse(true));
    slots.insertOne(new Document("_id", 1));
    slots.insertOne(new Document("_id", 2));
    slots.insertOne(new Document("_id", 3).append("holder", "a"));

    assertThatThrownBy(() -> slots.insertOne(new Document("_id", 4).append("holder", "a")))
        .isInstanceOf(MongoWriteException.class)
        .hasMessageContaining("duplicate key");
    assertThat(slots.find(exists("holder"))).hasSize(1);
  }

  @Test
  void refusesIndexOptionsItWouldIgnore() {
    var byHolder = Indexes.ascending("holder");
    var partial = new IndexOptions().partialFilterExpression(exists("holder"));
    var expiring = new IndexOptions().expireAfter(1L, TimeUnit.HOURS);
    var collated = new IndexOptions().collation(Collation.builder().locale("en").build());

    for (var option : new IndexOptions[] {partial, expiring, collated}) {
      assertThatThrownBy(() -> slots.createIndex(byHolder, option))
          .isInstanceOf(MongoCommandException.class)
          .hasMessageContaining("would ignore");
    }
  }

  @Test
  void keepsDataAndIndexesAcrossACleanRestart(@TempDir Path directory) throws Exception {
    try (var first = MongoServer.onDisk(directory, 0);
        var before = MongoClients.create(first.uri())) {
      var kept = before.getDatabase("test").getCollection("kept");
      kept.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
      kept.insertOne(new Document("_id", 1).append("email", "a@b.example"));
    }
    try (var second = MongoServer.onDisk(directory, 0);
        var after = MongoClients.create(second.uri())) {
      var kept = after.getDatabase("test").getCollection("kept");

      assertThat(kept.countDocuments()).isEqualTo(1);
      assertThatThrownBy(() -> kept.insertOne(new Document("email", "a@b.example")))
          .isInstanceOf(MongoWriteException.class);
    }
  }
}
