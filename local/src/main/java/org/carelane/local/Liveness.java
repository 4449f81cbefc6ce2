package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Whether a process runs. A zombie counts as dead, but only when its last thread has ended: until
 * then it holds its ports.
 */
final class Liveness {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  /** Fields of {@code /proc/<pid>/stat}, counted from the state, which follows the name. */
  private static final int STATE = 0;

  private static final int THREADS = 17;

  private Liveness() {}

  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[STATE].equals("Z") && Integer.parseInt(fields[THREADS]) <= 1;
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }

  /** Returns whether it ended in time. */
  static boolean awaitEnd(ProcessHandle process, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (isAlive(process)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Pause.of(BETWEEN_LOOKS);
    }
    return true;
  }
}
