package org.carelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
    long selectionMillis = Duration.ofSeconds(10).toMillis();
    return "mongodb://127.0.0.1:%d/?retryWrites=false&serverSelectionTimeoutMS=%d"
        .formatted(port, selectionMillis);
  }
}
