package org.carelane.appointments.booking;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.carelane.appointments.booking.Progress.RolledBack;
import org.carelane.appointments.booking.Progress.Running;
import org.carelane.appointments.booking.Progress.Succeeded;
import org.carelane.appointments.booking.Progress.Undoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How sagas do: {@code carelane.sagas.open} and {@code carelane.sagas.stuck} count them, {@code
 * carelane.bookings} times them from request to the end, by outcome.
 */
@Component
class BookingMetrics {

  private static final Logger log = LoggerFactory.getLogger(BookingMetrics.class);

  private final MeterRegistry meters;
  private final Bookings bookings;
  private final BookingProperties properties;
  private final AtomicLong open;
  private final AtomicLong stuck;

  BookingMetrics(MeterRegistry meters, Bookings bookings, BookingProperties properties) {
    this.meters = meters;
    this.bookings = bookings;
    this.properties = properties;
    open = meters.gauge("carelane.sagas.open", new AtomicLong());
    stuck = meters.gauge("carelane.sagas.stuck", new AtomicLong());
  }

  void moved(Booking before, Booking after) {
    switch (after.progress()) {
      case Succeeded _ -> ended(after, "confirmed", "none");
      case RolledBack(var why) -> ended(after, "cancelled", why.name());
      case Undoing undoing when before.progress() instanceof Running ->
          log.info("Booking {} is undone: {}", after.id(), undoing.why());
      case Running _, Undoing _ -> {}
    }
  }

  private void ended(Booking booking, String outcome, String reason) {
    log.info("Booking {} ended: {} {}", booking.id(), outcome, reason);
    var steps = booking.appointment().steps();
    Timer.builder("carelane.bookings")
        .description("From request to the end of the saga")
        .tag("outcome", outcome)
        .tag("reason", reason)
        .publishPercentileHistogram()
        .register(meters)
        .record(Duration.between(booking.appointment().requestedAt(), steps.getLast().at()));
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
