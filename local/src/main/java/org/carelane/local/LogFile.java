package org.carelane.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A service's log, which is all it wrote to its standard output. */
final class LogFile {

  private static final int TAIL_BYTES = 64 * 1024;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

  private LogFile() {}

  static List<String> lastLines(Path log, int count) {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      var tail = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(tail);
      var lines = new String(tail, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException nothingWritten) {
      return List.of();
    }
  }

  /** Copies what is added from now on, until the program is interrupted. */
  static void follow(Path log, PrintStream out) throws IOException {
    var buffer = new byte[8192];
    long at = log.toFile().length();
    while (true) {
      if (log.toFile().length() < at) {
        at = 0; // a new file was begun
      }
      try (var file = new RandomAccessFile(log.toFile(), "r")) {
        file.seek(at);
        for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
          out.write(buffer, 0, read);
          at += read;
        }
      }
      out.flush();
      Pause.of(BETWEEN_LOOKS);
    }
  }
}
