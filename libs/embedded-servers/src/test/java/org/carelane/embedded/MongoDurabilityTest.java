package org.carelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its own process, killed without warning while 16 clients write. */
class MongoDurabilityTest {

  private static final int WRITERS = 16;

  @Test
  void everyAcknowledgedWriteSurvivesKill9AndAgreesWithItsIndex(@TempDir Path directory)
      throws Exception {
    int port = Loopback.freePort();
    var acknowledged = ConcurrentHashMap.<String>newKeySet();
    var server = startProcess(directory, port);
    try (var client = MongoClients.create(uri(port)); // retries until the server listens
        var writers = Executors.newFixedThreadPool(WRITERS)) {
      var bookings = client.getDatabase("test").getCollection("bookings");
      bookings.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
      var enough = new CountDownLatch(2_000);
      for (int writer = 0; writer < WRITERS; writer++) {
        var name = "writer-" + writer;
        writers.submit(() -> insertUntilItFails(bookings, name, acknowledged, enough));
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
      server.destroyForcibly().waitFor();
    }

    try (var revived = MongoServer.onDisk(directory, 0);
        var client = MongoClients.create(revived.uri())) {
      var bookings = client.getDatabase("test").getCollection("bookings");
      var ids = bookings.distinct("_id", String.class).into(ConcurrentHashMap.newKeySet());

      assertThat(ids).containsAll(acknowledged);
      assertThat(ids).allMatch(id -> bookings.countDocuments(new Document("key", "k-" + id)) == 1);
      assertUnacknowledgedOnesCanBeWrittenAgain(bookings, ids);
    }
  }

  /**
   * Three deaths in a row, each at another moment of writing, deleting, counting and folding: a
   * booking has 32 KB, so that the journal is full again and again.
   */
  @Test
  void everyAcknowledgedChangeSurvivesKill9AgainAndAgain(@TempDir Path directory) throws Exception {
    var together = new AtomicInteger();
    var writers = IntStream.range(0, WRITERS).mapToObj(n -> new Writer(n, together)).toList();
    for (int death = 1; death <= 3; death++) {
      int port = Loopback.freePort();
      var server = startProcess(directory, port);
      try (var client = MongoClients.create(uri(port));
          var pool = Executors.newFixedThreadPool(WRITERS)) {
        var database = client.getDatabase("test");
        database
            .getCollection("bookings")
            .createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
        var enough = new CountDownLatch(600 * death + 37);
        writers.forEach(writer -> pool.submit(() -> writer.writeUntilItFails(database, enough)));
        assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
        server.destroyForcibly().waitFor();
      }
      var copy = copy(directory, "death-" + death);
      try (var revived = MongoServer.onDisk(copy, 0);
          var client = MongoClients.create(revived.uri())) {
        var database = client.getDatabase("test");
        writers.forEach(writer -> writer.assertNothingIsLost(database));
        int all = Writer.counter(database, Writer.ALL);
        assertThat(all).isBetween(together.get(), together.get() + WRITERS);
        together.set(all);
        assertIndexesAgree(database.getCollection("bookings"));
      }
    }
  }

  /** The files of the dead: the next server recovers from the same ones once more. */
  private static Path copy(Path directory, String name) throws IOException {
    var copy = Files.createDirectory(directory.resolve(name));
    for (var file : List.of("mongo.mv", "mongo.journal")) {
      Files.copy(directory.resolve(file), copy.resolve(file));
    }
    return copy;
  }

  private static void assertIndexesAgree(MongoCollection<Document> bookings) {
    for (var booking : bookings.find().projection(new Document("key", 1))) {
      assertThat(bookings.countDocuments(new Document("key", booking.get("key")))).isEqualTo(1);
      assertThatThrownBy(() -> bookings.insertOne(new Document("key", booking.get("key"))))
          .isInstanceOf(MongoWriteException.class);
    }
  }

  /** Inserts bookings, deletes every third of them, and counts, alone and together with others. */
  private static final class Writer {

    private static final String ALL = "all";
    private static final String TEXT = "x".repeat(32 * 1024);

    private final String name;
    private final Set<String> present = new HashSet<>();
    private final Set<String> absent = new HashSet<>();
    private final AtomicInteger together;
    private int next;
    private int counted;

    Writer(int number, AtomicInteger together) {
      name = "writer-" + number;
      this.together = together;
    }

    void writeUntilItFails(MongoDatabase database, CountDownLatch enough) {
      try {
        while (true) {
          write(database, name + "-" + next++);
          enough.countDown();
        }
      } catch (MongoException killed) {
        // what this test waits for
      }
    }

    private void write(MongoDatabase database, String id) {
      var bookings = database.getCollection("bookings");
      bookings.insertOne(booking(id).append("text", TEXT));
      present.add(id);
      if (next % 3 == 0) {
        present.remove(id); // until the answer arrives, it is either
        bookings.deleteOne(new Document("_id", id));
        absent.add(id);
      }
      count(database, name);
      counted++;
      count(database, ALL);
      together.incrementAndGet();
    }

    private static void count(MongoDatabase database, String counter) {
      database
          .getCollection("counters")
          .updateOne(
              new Document("_id", counter),
              new Document("$inc", new Document("n", 1)),
              new UpdateOptions().upsert(true));
    }

    void assertNothingIsLost(MongoDatabase database) {
      var bookings = database.getCollection("bookings");
      var ids = bookings.distinct("_id", String.class).into(new HashSet<>());
      assertThat(ids).containsAll(present).doesNotContainAnyElementsOf(absent);
      int n = counter(database, name);
      assertThat(n).isBetween(counted, counted + 1);
      counted = n;
    }

    static int counter(MongoDatabase database, String name) {
      var counter = database.getCollection("counters").find(new Document("_id", name)).first();
      return counter == null ? 0 : counter.getInteger("n");
    }
  }

  /** Seldom changes of whole collections, which the journal leaves to a commit. */
  @Test
  void whatBecameOfCollectionsAndIndexesSurvivesKill9(@TempDir Path directory) throws Exception {
    int port = Loopback.freePort();
    var server = startProcess(directory, port);
    try (var client = MongoClients.create(uri(port))) {
      var database = client.getDatabase("test");
      for (var name : List.of("dropped", "old", "plain")) {
        var unique = new IndexOptions().unique(true).name("key_of_" + name);
        database.getCollection(name).createIndex(Indexes.ascending("key"), unique);
        database.getCollection(name).insertOne(booking("first"));
      }
      database.getCollection("dropped").drop();
      database.getCollection("dropped").insertOne(booking("second"));
      database.getCollection("plain").dropIndex("key_of_plain");
      database.getCollection("plain").insertOne(booking("second").append("key", "k-first"));
      client.getDatabase("other").getCollection("bookings").insertOne(booking("first"));
      client.getDatabase("other").drop();
      database.getCollection("old").renameCollection(new MongoNamespace("test", "new"));
      server.destroyForcibly().waitFor();
    }

    try (var revived = MongoServer.onDisk(directory, 0);
        var client = MongoClients.create(revived.uri())) {
      var database = client.getDatabase("test");
      assertThat(database.getCollection("dropped").distinct("_id", String.class))
          .containsExactly("second");
      assertThat(database.getCollection("old").countDocuments()).isZero();
      assertThat(database.getCollection("new").countDocuments()).isEqualTo(1);
      assertThatThrownBy(
              () -> database.getCollection("new").insertOne(new Document("key", "k-first")))
          .isInstanceOf(MongoWriteException.class);
      assertThat(database.getCollection("plain").countDocuments()).isEqualTo(2);
      assertThat(client.getDatabase("other").listCollectionNames()).isEmpty();
    }
  }

  /** A key left in the index without its document would refuse the retry of a lost write. */
  private static void assertUnacknowledgedOnesCanBeWrittenAgain(
      MongoCollection<Document> bookings, Set<String> present) {
    for (int writer = 0; writer < WRITERS; writer++) {
      int next = 0;
      while (present.contains("writer-" + writer + "-" + next)) {
        next++;
      }
      bookings.insertOne(booking("writer-" + writer + "-" + next));
    }
  }

  private static void insertUntilItFails(
      MongoCollection<Document> bookings,
      String writer,
      Set<String> acknowledged,
      CountDownLatch enough) {
    try {
      for (int i = 0; ; i++) {
        var id = writer + "-" + i;
        bookings.insertOne(booking(id));
        acknowledged.add(id);
        enough.countDown();
      }
    } catch (MongoException killed) {
      // what this test waits for
    }
  }

  private static Document booking(String id) {
    return new Document("_id", id).append("key", "k-" + id).append("state", "PENDING");
  }

  private static Process startProcess(Path directory, int port) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            MongoServer.class.getName(),
            directory.toString(),
            Integer.toString(port));
    return command
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("server.log").toFile())
        .start();
  }

  private static String uri(int port) {
    long selectionMillis = Duration.ofSeconds(60).toMillis();
    return "mongodb://127.0.0.1:%d/?retryWrites=false&serverSelectionTimeoutMS=%d"
        .formatted(port, selectionMillis);
  }
}
