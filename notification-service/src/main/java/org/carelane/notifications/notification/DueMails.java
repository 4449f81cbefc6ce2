package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Finds mails to try again, and those a dead process had claimed. */
@Component
class DueMails implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(DueMails.class);

  private final Notifications notifications;
  private final Dispatch dispatch;
  private final DeliveryProperties properties;
  private final Clock clock;

  DueMails(
      Notifications notifications, Dispatch dispatch, DeliveryProperties properties, Clock clock) {
    this.notifications = notifications;
    this.dispatch = dispatch;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::dispatchDue, properties.pollEvery());
  }

  private void dispatchDue() {
    try {
      if (dispatch.hasRoom()) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        notifications.due(now, dispatch.room()).forEach(due -> claim(due, now));
      }
    } catch (DataAccessException e) {
      log.warn("Looking for due mails put off: {}", e.toString());
    }
  }

  private void claim(Notification due, Instant now) {
    try {
      dispatch.send(notifications.save(due.claimed(dispatch.claimedUntil(now))));
    } catch (OptimisticLockingFailureException e) {
      log.debug("{} was claimed by another", due.id());
    }
  }
}
