package org.carelane.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process keeps in memory.
 *
 * @param residentKilobytes with pages that it shares with others, such as those of a class archive;
 *     0 when it is unknown
 * @param shareKilobytes where three processes share a page, a third of it counts; 0 when it is
 *     unknown, as everywhere but on Linux
 */
record Memory(long residentKilobytes, long shareKilobytes) {

  static final Memory NONE = new Memory(0, 0);

  static Memory of(long pid) {
    return new Memory(resident(pid), share(pid));
  }

  /** By {@code ps}, which is alike on Linux and macOS. */
  private static long resident(long pid) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (var output = ps.getInputStream()) {
        return Long.parseLong(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }

  /** What Linux calls the proportional set size. */
  private static long share(long pid) {
    var file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }

  Memory plus(Memory other) {
    return new Memory(
        residentKilobytes + other.residentKilobytes, shareKilobytes + other.shareKilobytes);
  }
}
