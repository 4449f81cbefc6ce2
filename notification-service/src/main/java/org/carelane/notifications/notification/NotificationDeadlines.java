package org.carelane.notifications.notification;

import org.carelane.documents.DueWork;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Takes up mails whose next attempt is due, and those whose sender died. */
@Component
class NotificationDeadlines implements SchedulingConfigurer {

  private final NotificationProcess process;
  private final DeliveryProperties properties;

  NotificationDeadlines(NotificationProcess process, DeliveryProperties properties) {
    this.process = process;
    this.properties = properties;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(
        new DueWork<>("due mails", process::due, process::sendAgain), properties.pollEvery());
  }
}
