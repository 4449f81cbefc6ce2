package org.carelane.auth.key;

import java.time.Duration;
import java.time.Instant;

/** The period in which one key signs. Periods are counted from 1970, alike on all replicas. */
record KeyPeriod(Instant start, Duration length) {

  static KeyPeriod at(Instant now, Duration length) {
    long index = Math.floorDiv(now.toEpochMilli(), length.toMillis());
    return new KeyPeriod(Instant.ofEpochMilli(index * length.toMillis()), length);
  }

  Instant end() {
    return start.plus(length);
  }
}
