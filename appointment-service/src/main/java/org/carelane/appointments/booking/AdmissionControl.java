package org.carelane.appointments.booking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.carelane.appointments.appointment.StepTaken.Outcome;
import org.carelane.appointments.booking.BookingState.Running;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the load of bookings bearable: what is accepted beyond that only makes the backlog longer,
 * until holds lapse.
 *
 * <ul>
 *   <li>Only some new bookings are worked on at once, so that the bookings under way come first.
 *       The others wait for their turn, and are refused when that takes too long, or when too many
 *       wait: other requests need a place, too.
 *   <li>New bookings are refused while those under way wait too long for their payment. The longer
 *       the wait, the larger the part that is refused: none up to {@code busy-after}, all at twice
 *       that. A wait that was seen longer ago than that no longer counts.
 *   <li>The same while most of the latest bookings have no answer about their payment at all: a
 *       provider, or a payment-service, that stands still shows no wait.
 * </ul>
 */
@Component
class AdmissionControl {

  /**
   * Low, so that it takes some 14 very late answers in a row. Some come late at once when another
   * instance takes over from one that was killed, and nothing is too slow then.
   */
  private static final double WEIGHT_OF_LATEST = 0.05;

  /** Half of the requests that a service works on at once. */
  private static final int MOST_WAITING = 100;

  /** A moving average. */
  private record Seen(double seconds, Instant at) {}

  /**
   * @param part of the latest bookings that should be answered by now, from 0 to 1
   */
  private record Unanswered(double part, Instant at) {}

  private final Duration busyAfter;
  private final Semaphore places;
  private final Semaphore turns;
  private final Clock clock;
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final Counter refused;
  private final AtomicReference<@Nullable Seen> latest = new AtomicReference<>();
  private volatile @Nullable Unanswered unanswered;

  AdmissionControl(BookingProperties properties, Clock clock, MeterRegistry meters) {
    this.busyAfter = properties.busyAfter();
    this.places = new Semaphore(properties.atOnce() + MOST_WAITING);
    this.turns = new Semaphore(properties.atOnce(), true);
    this.clock = clock;
    this.refused = meters.counter("carelane.bookings.refused");
  }

  /** Looks at payments that were taken without the patient having had to act. */
  void moved(Booking before, Booking after) {
    if (before.state() instanceof Running(var from)
        && from == BookingStep.TAKE_PAYMENT
        && after.state() instanceof Running
        && !before.appointment().hasSeen(Outcome.ACTION_REQUIRED)) {
      paid(Duration.between(after.appointment().requestedAt(), clock.instant()));
    }
  }

  void paid(Duration afterRequest) {
    var seconds = afterRequest.toMillis() / 1000.0;
    var now = clock.instant();
    latest.updateAndGet(
        before -> {
          var average =
              before == null || isOver(before.at()) ? firstAverage(seconds) : before.seconds();
          return new Seen(average + WEIGHT_OF_LATEST * (seconds - average), now);
        });
  }

  /** A first late answer says nothing, unless it is later than a taking over explains. */
  private double firstAverage(double seconds) {
    var explained = busyAfter.multipliedBy(UnansweredPayments.PATIENCE).toMillis() / 1000.0;
    return seconds > explained ? seconds : 0;
  }

  /**
   * What {@link UnansweredPayments} found.
   *
   * @param part of the latest bookings that should be answered by now, from 0 to 1
   */
  void unanswered(double part) {
    unanswered = new Unanswered(part, clock.instant());
  }

  /** Does it if it is admitted; empty if not. */
  <T> Optional<T> admit(Supplier<T> booking) {
    if (random.nextDouble() < partRefused() || !places.tryAcquire()) {
      refused.increment();
      return Optional.empty();
    }
    try {
      return inTurn(booking);
    } finally {
      places.release();
    }
  }

  private <T> Optional<T> inTurn(Supplier<T> booking) {
    if (!awaitTurn()) {
      refused.increment();
      return Optional.empty();
    }
    try {
      return Optional.of(booking.get());
    } finally {
      turns.release();
    }
  }

  /** How many more may be at work or wait. */
  int places() {
    return places.availablePermits();
  }

  private boolean awaitTurn() {
    try {
      return turns.tryAcquire(busyAfter.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** From 0 to 1. */
  double partRefused() {
    return Math.max(forWhatWasAnswered(), forWhatWasNot());
  }

  /** None while half of them are answered, all when none is. */
  private double forWhatWasNot() {
    var found = unanswered;
    return found == null || isOver(found.at()) ? 0 : Math.clamp(2 * found.part() - 1, 0, 1);
  }

  private double forWhatWasAnswered() {
    var seen = latest.get();
    if (seen == null || isOver(seen.at())) {
      return 0;
    }
    var limit = busyAfter.toMillis() / 1000.0;
    return Math.clamp((seen.seconds() - limit) / limit, 0, 1);
  }

  /** Also if the clock was put back since. */
  private boolean isOver(Instant at) {
    return Duration.between(at, clock.instant()).abs().compareTo(busyAfter) > 0;
  }
}
