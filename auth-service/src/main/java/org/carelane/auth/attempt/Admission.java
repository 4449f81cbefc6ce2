package org.carelane.auth.attempt;

import java.time.Duration;

/** Whether a password may be tried now. */
public sealed interface Admission {

  record Admitted() implements Admission {}

  /**
   * @param delay how long until the next attempt can be admitted
   */
  record Delayed(Duration delay) implements Admission {}
}
