package org.carelane.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process runs. One that has ended and waits to be collected counts as dead. */
final class Liveness {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private Liveness() {}

  static boolean isAlive(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  private static boolean isZombie(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
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
