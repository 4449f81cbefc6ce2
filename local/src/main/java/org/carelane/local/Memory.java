package org.carelane.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Resident memory of a process, by {@code ps}, which is alike on Linux and macOS. */
final class Memory {

  private Memory() {}

  /** 0 when it is unknown. */
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
