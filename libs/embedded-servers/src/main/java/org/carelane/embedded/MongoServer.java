package org.carelane.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carelane.embedded.mongo.DurableBackend;

/**
 * A MongoDB-compatible server for tests and the local fleet. It has no transactions, no TTL and no
 * partial indexes; index options that it would ignore are refused (see {@link DurableBackend}).
 */
public final class MongoServer implements AutoCloseable {

  /** More than the cores: writes wait for the journal, and all that wait become one record. */
  private static final int WORKERS = 32;

  private final de.bwaldvogel.mongo.MongoServer server;

  private MongoServer(DurableBackend backend, int port) {
    server = new de.bwaldvogel.mongo.MongoServer(backend);
    server.bind(new InetSocketAddress(Loopback.ADDRESS, port), 1, WORKERS);
  }

  /** Starts a server on a free port that keeps its data in memory only. */
  public static MongoServer inMemory() {
    return new MongoServer(DurableBackend.forgetful(), 0);
  }

  /**
   * Starts a server that keeps its data in {@code directory}. A write is acknowledged once it is in
   * a file, so it survives the death of this process.
   *
   * @param port 0 for a free one
   */
  public static MongoServer onDisk(Path directory, int port) throws IOException {
    Files.createDirectories(directory);
    return new MongoServer(DurableBackend.keeping(directory), port);
  }

  public int port() {
    return server.getLocalAddress().getPort();
  }

  /** Without a database name. */
  public String uri() {
    return "mongodb://" + Loopback.ADDRESS + ":" + port();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** Arguments: data directory, port. */
  public static void main(String[] args) throws Exception {
    ServerProcess.run(() -> onDisk(Path.of(args[0]), Integer.parseInt(args[1])));
  }
}
