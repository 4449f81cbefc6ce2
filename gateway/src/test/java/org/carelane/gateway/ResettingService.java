package org.carelane.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads a request and then resets the connection instead of answering. */
final class ResettingService implements AutoCloseable {

  private final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket server;

  ResettingService(int port) throws IOException {
    server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        if (socket.getInputStream().read(new byte[8192]) > 0) {
          requests.incrementAndGet();
        }
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }
}
