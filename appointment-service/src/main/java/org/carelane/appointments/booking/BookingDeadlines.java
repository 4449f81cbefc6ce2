package org.carelane.appointments.booking;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for sagas that waited long enough. Replicas may do so at once: one of them wins each. */
@Component
class BookingDeadlines implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(BookingDeadlines.class);
  private static final int BATCH = 500;

  private final Bookings bookings;
  private final BookingProcess process;
  private final BookingProperties properties;
  private final Clock clock;

  BookingDeadlines(
      Bookings bookings, BookingProcess process, BookingProperties properties, Clock clock) {
    this.bookings = bookings;
    this.process = process;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::check, properties.deadlinesEvery());
  }

  private void check() {
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
