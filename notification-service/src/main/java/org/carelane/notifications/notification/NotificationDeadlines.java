package org.carelane.notifications.notification;

import java.time.Clock;
import java.util.List;
import org.carelane.documents.DueWork;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Resumes mails whose next attempt is due, and those whose sending process died. */
@Component
class NotificationDeadlines implements SchedulingConfigurer {

  private final Notifications notifications;
  private final MailSenders senders;
  private final MailOutage outage;
  private final DueWork<Notification> work;
  private final DeliveryProperties properties;
  private final Clock clock;

  NotificationDeadlines(
      Notifications notifications,
      NotificationProcess process,
      MailSenders senders,
      MailOutage outage,
      DeliveryProperties properties,
      Clock clock) {
    this.notifications = notifications;
    this.senders = senders;
    this.outage = outage;
    this.work = new DueWork<>("Due mails", this::due, process::resume);
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(work, properties.pollEvery());
  }

  private List<Notification> due() {
    var room = outage.isAway() ? (outage.isProbeDue() ? 1 : 0) : senders.room();
    return room > 0 ? notifications.due(clock.instant(), room) : List.of();
  }
}
