package org.carelane.testservers;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a test sets forward instead of waiting; precise to milliseconds. A test imports it
 * as the service's clock.
 */
public final class TravellingClock extends Clock {

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  private volatile @Nullable Instant stoppedAt;

  public void travel(Duration duration) {
    ahead.updateAndGet(duration::plus);
  }

  /** From now on only {@link #travel} moves it. */
  public void stop() {
    stoppedAt = Instant.now();
  }

  public void goOn() {
    stoppedAt = null;
  }

  /** Back to real time. */
  public void returnHome() {
    goOn();
    ahead.set(Duration.ZERO);
  }

  @Override
  public Instant instant() {
    var stopped = stoppedAt;
    return (stopped == null ? Instant.now() : stopped).plus(ahead.get()).truncatedTo(MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), ahead.get());
  }
}
