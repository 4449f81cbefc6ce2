package org.carelane.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What writes cost the server, which is a process of its own. Run by hand, {@code
 * -Dtest=MongoWriteBenchmark}; with {@code -Dbenchmark.classes=DIRECTORY} the server is another
 * build's.
 */
class MongoWriteBenchmark {

  private static final int WARM_UP = 20_000;
  private static final int WRITES = 10_000;
  private static final int BATCH = 20;

  /** So many bookings are under way at once: the newest. */
  private static final int UNDER_WAY = 2_000;

  private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");

  private Process server;
  private MongoCollection<Document> bookings;
  private Path directory;
  private int inserted;

  @Test
  void measure(@TempDir Path directory) throws Exception {
    this.directory = directory;
    int port = Loopback.freePort();
    server = startServer(directory, port);
    try (var client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
      bookings = client.getDatabase("benchmark").getCollection("bookings");
      bookings.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
      bookings.createIndex(Indexes.ascending("due"), new IndexOptions().sparse(true));
      System.out.println("BENCHMARK\twrite\twriters\twrites/s\tprocessor µs/write\tMB of files");
      measureWith(16, WARM_UP, "warm-up: ");
      measureWith(1, WRITES, "");
      measureWith(16, WRITES, "");
      run("update of any, old ones too", 16, 4 * WRITES, i -> update(i * 7_919 % inserted));
    } finally {
      server.destroy();
      server.waitFor();
    }
    System.out.printf("BENCHMARK\tstopped\t\t\t\t%.1f%n", megabytes());
  }

  private void measureWith(int writers, int writes, String prefix) throws Exception {
    int first = inserted;
    run(prefix + "insert", writers, writes, i -> bookings.insertOne(booking(first + i, 0)));
    inserted += writes;
    run(prefix + "compare-and-set", writers, writes, i -> replace(underWay(i)));
    run(prefix + "findAndModify", writers, writes, i -> update(underWay(i)));
    run(prefix + "bulkWrite of " + BATCH, writers, writes / BATCH, this::replaceBatch);
  }

  private int underWay(int i) {
    return inserted - 1 - i % UNDER_WAY;
  }

  private void replace(int number) {
    var booking = bookings.find(eq(id(number))).first();
    int version = booking.getInteger("version");
    bookings.replaceOne(and(eq(id(number)), eq("version", version)), booking(number, version + 1));
  }

  private void update(int number) {
    bookings.findOneAndUpdate(eq(id(number)), Updates.inc("version", 1));
  }

  private void replaceBatch(int batch) {
    var replacements =
        IntStream.range(batch * BATCH, (batch + 1) * BATCH)
            .map(this::underWay)
            .mapToObj(number -> new ReplaceOneModel<>(eq(id(number)), booking(number, batch)))
            .toList();
    bookings.bulkWrite(replacements, new BulkWriteOptions().ordered(false));
  }

  private void run(String name, int writers, int count, IntConsumer write) throws Exception {
    var before = processorTime();
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(writers)) {
      var shares =
          IntStream.range(0, writers).mapToObj(n -> share(n, writers, count, write)).toList();
      for (var result : pool.invokeAll(shares)) {
        result.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double micros = processorTime().minus(before).toNanos() / 1e3;
    System.out.printf(
        "BENCHMARK\t%s\t%d\t%.0f\t%.0f\t%.1f%n",
        name, writers, count / seconds, micros / count, megabytes());
  }

  private static Callable<Void> share(int first, int step, int count, IntConsumer write) {
    return () -> {
      for (int i = first; i < count; i += step) {
        write.accept(i);
      }
      return null;
    };
  }

  private Duration processorTime() {
    return server.toHandle().info().totalCpuDuration().orElseThrow();
  }

  private double megabytes() throws IOException {
    try (var files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum() / 1e6;
    }
  }

  /** Grows like the ids of bookings do, with the time. */
  private static String id(int number) {
    return "01957a3c-%08x-booking".formatted(number);
  }

  /** Some 3 KB, like a booking with its steps and its outbox. */
  private static Document booking(int number, int version) {
    var steps =
        IntStream.range(0, 8)
            .mapToObj(n -> new Document("step", "TAKE_PAYMENT").append("at", START.plusMillis(n)))
            .toList();
    var outbox =
        IntStream.range(0, 2)
            .mapToObj(n -> new Document("topic", "commands").append("payload", "x".repeat(800)))
            .toList();
    return new Document("_id", id(number))
        .append("version", version)
        .append("email", "patient-" + number + "@carelane.example")
        .append("due", START.plusSeconds(version))
        .append("doctor", new Document("id", id(number)).append("name", "Dr. Lindqvist"))
        .append("patient", new Document("id", id(number)).append("name", "Demo Patient"))
        .append("steps", steps)
        .append("outbox", outbox);
  }

  /** With the memory and the collector that it has in the local fleet. */
  private static Process startServer(Path directory, int port) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var other = System.getProperty("benchmark.classes");
    return new ProcessBuilder(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-cp",
                other == null ? classPath : other + File.pathSeparator + classPath,
                MongoServer.class.getName(),
                directory.toString(),
                Integer.toString(port)))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("server.log").toFile())
        .start();
  }
}
