package org.carelane.local;

import java.time.Duration;

/** Waiting between two looks at something that tells nobody when it changes. */
final class Pause {

  private Pause() {}

  static void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FleetException("interrupted", e);
    }
  }
}
