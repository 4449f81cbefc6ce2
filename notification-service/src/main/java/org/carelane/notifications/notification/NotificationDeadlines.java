package org.carelane.notifications.notification;

import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Resumes mails whose next attempt is due, and those whose sending process died. */
@Configuration(proxyBeanMethods = false)
class NotificationDeadlines {

  @Bean
  DueWork<Notification> dueMails(
      Notifications notifications,
      NotificationProcess process,
      MailSenders senders,
      DeliveryProperties properties) {
    return new DueWork<>(
        "Due mails",
        properties.pollEvery(),
        room -> notifications.takeDue(Math.min(room, senders.room())),
        process::resume);
  }
}
