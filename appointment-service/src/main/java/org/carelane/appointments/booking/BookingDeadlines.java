package org.carelane.appointments.booking;

import java.time.Clock;
import org.carelane.documents.DueWork;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks for sagas whose deadline has passed. */
@Component
class BookingDeadlines implements SchedulingConfigurer {

  private static final int AT_ONCE = 500;

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
    var passed =
        new DueWork<>(
            "Deadlines of bookings",
            () -> bookings.due(clock.instant(), AT_ONCE),
            process::checkDeadline);
    tasks.addFixedDelayTask(passed, properties.deadlinesEvery());
  }
}
