package org.carelane.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a process takes, as the system's own {@code ps} says; Linux and macOS agree on this. */
final class Memory {

  private Memory() {}

  /** 0 when it cannot be told. */
  static long residentKilobytes(long pid) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (var output = ps.getInputStream()) {
        return Long.parseLong(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }
}
