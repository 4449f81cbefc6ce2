package org.carelane.auth.attempt;

import java.time.Instant;

/**
 * Failures in a row.
 *
 * @param last when the last one was; 1970 while there is none
 */
record Failures(int count, Instant last) {

  static final Failures NONE = new Failures(0, Instant.EPOCH);

  Failures more(int further, Instant now, Limit limit) {
    boolean forgotten = last.plus(limit.forgottenAfter()).isBefore(now);
    return new Failures(forgotten ? further : count + further, now);
  }
}
