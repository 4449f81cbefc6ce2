package org.carelane.appointments.booking;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for sagas that waited long enough. Replicas may do so at once: one of them wins each. */
@Component
class BookingDeadlines {

  private static final Logger log = LoggerFactory.getLogger(BookingDeadlines.class);
  private static final int BATCH = 500;

  private final Bookings bookings;
  private final BookingProcess process;
  private final Clock clock;

  BookingDeadlines(Bookings bookings, BookingProcess process, Clock clock) {
    this.bookings = bookings;
    this.process = process;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${carelane.booking.deadlines-every:1s}")
  void check() {
    try {
      bookings.due(clock.instant(), BATCH).forEach(this::check);
    } catch (DataAccessException e) {
      log.warn("Deadlines were not looked for: {}", e.toString());
    }
  }

  /** One that fails must not keep the others waiting. */
  private void check(String bookingId) {
    try {
      process.checkDeadline(bookingId);
    } catch (RuntimeException e) {
      log.warn("Booking {} is looked at again: {}", bookingId, e.toString());
    }
  }
}
