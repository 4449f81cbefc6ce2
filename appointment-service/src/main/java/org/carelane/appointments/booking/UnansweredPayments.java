package org.carelane.appointments.booking;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Looks how many of the latest bookings whose payment should be answered by now still wait for it,
 * and tells {@link AdmissionControl}. One small query at a time, however many bookings there are.
 */
@Component
class UnansweredPayments implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(UnansweredPayments.class);
  private static final int LATEST = 20;

  /**
   * In times of {@code busy-after}: by default 20 s. When an instance is killed, the answers in its
   * partitions are read by another some 14 s later, and nothing stands still.
   */
  static final int PATIENCE = 4;

  /** Of fewer, one slow card is too large a part. */
  private static final int AT_LEAST = 10;

  private final Bookings bookings;
  private final AdmissionControl admission;
  private final BookingProperties properties;
  private final Clock clock;

  UnansweredPayments(
      Bookings bookings, AdmissionControl admission, BookingProperties properties, Clock clock) {
    this.bookings = bookings;
    this.admission = admission;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, properties.unansweredEvery());
  }

  void look() {
    var now = clock.instant();
    var answered = properties.busyAfter().multipliedBy(PATIENCE);
    try {
      var latest = bookings.requested(now.minus(properties.holdFor()), now.minus(answered), LATEST);
      var waiting = latest.stream().filter(Booking::awaitsPayment).count();
      admission.unanswered(waiting < AT_LEAST ? 0 : (double) waiting / latest.size());
    } catch (DataAccessException e) {
      log.warn("Unanswered payments were not looked for: {}", e.toString());
    }
  }
}
