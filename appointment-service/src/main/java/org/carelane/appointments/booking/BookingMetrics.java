package org.carelane.appointments.booking;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.StepTaken.Outcome;
import org.carelane.appointments.booking.BookingState.RolledBack;
import org.carelane.appointments.booking.BookingState.Running;
import org.carelane.appointments.booking.BookingState.Succeeded;
import org.carelane.appointments.booking.BookingState.Undoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * {@code carelane.sagas.open} and {@code carelane.sagas.stuck} are numbers of sagas that have not
 * ended; {@code carelane.bookings} is the time from request to end, by outcome and reason. {@code
 * carelane.sagas.compensated} counts sagas that were undone, {@code carelane.holds.expired} slots
 * released because nobody paid in time.
 */
@Component
class BookingMetrics {

  private static final Logger log = LoggerFactory.getLogger(BookingMetrics.class);

  private final MeterRegistry meters;
  private final Bookings bookings;
  private final BookingProperties properties;
  private final Counter expired;
  private final AtomicLong open;
  private final AtomicLong stuck;

  BookingMetrics(MeterRegistry meters, Bookings bookings, BookingProperties properties) {
    this.meters = meters;
    this.bookings = bookings;
    this.properties = properties;
    open = meters.gauge("carelane.sagas.open", new AtomicLong());
    stuck = meters.gauge("carelane.sagas.stuck", new AtomicLong());
    expired = meters.counter("carelane.holds.expired");
    timer("confirmed", "none");
    for (var why : CancellationReason.values()) {
      timer("cancelled", why.name());
      compensated(why);
    }
  }

  void moved(Booking before, Booking after) {
    if (holdExpired(before, after)) {
      expired.increment();
    }
    switch (after.state()) {
      case Succeeded _ -> ended(after, "confirmed", "none");
      case RolledBack(var why) -> {
        compensated(why).increment();
        ended(after, "cancelled", why.name());
      }
      case Undoing undoing when before.state() instanceof Running ->
          log.info("Booking {} is undone: {}", after.id(), undoing.why());
      case Running _, Undoing _ -> {}
    }
  }

  private void ended(Booking booking, String outcome, String reason) {
    log.info("Booking {} ended: {} {}", booking.id(), outcome, reason);
    var steps = booking.appointment().steps();
    timer(outcome, reason)
        .record(Duration.between(booking.appointment().requestedAt(), steps.getLast().at()));
  }

  private static boolean holdExpired(Booking before, Booking after) {
    return before.state() instanceof Running(var step)
        && step == BookingStep.TAKE_PAYMENT
        && after.appointment().steps().stream()
            .anyMatch(it -> it.step().equals(step.name()) && it.outcome() == Outcome.TIMED_OUT);
  }

  private Counter compensated(CancellationReason why) {
    return meters.counter("carelane.sagas.compensated", "reason", why.name());
  }

  private Timer timer(String outcome, String reason) {
    return Timer.builder("carelane.bookings")
        .description("From request to the end of the saga")
        .tag("outcome", outcome)
        .tag("reason", reason)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(10))
        .maximumExpectedValue(Duration.ofMinutes(10))
        .register(meters);
  }

  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void count() {
    try {
      open.set(bookings.countOpen(0));
      stuck.set(bookings.countOpen(properties.stuckAfter()));
    } catch (DataAccessException e) {
      log.warn("Sagas were not counted: {}", e.toString());
    }
  }
}
