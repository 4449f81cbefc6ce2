package org.carelane.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The only address the embedded servers listen on. */
final class Loopback {

  static final String ADDRESS = "127.0.0.1";

  private Loopback() {}

  /** A port that was free a moment ago. Another process may take it before the caller does. */
  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
