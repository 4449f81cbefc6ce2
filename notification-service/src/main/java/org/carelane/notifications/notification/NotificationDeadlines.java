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
      MailOutage outage,
      DeliveryProperties properties) {
    return new DueWork<>(
        "Due mails",
        properties.pollEvery(),
        room -> notifications.takeDue(Math.min(room, wanted(senders, outage))),
        process::resume);
  }

  @Bean
  DueWork<AccountMail> dueAccountMails(
      AccountMails mails,
      AccountMailProcess process,
      MailSenders senders,
      MailOutage outage,
      DeliveryProperties properties) {
    return new DueWork<>(
        "Due mails about accounts",
        properties.pollEvery(),
        room -> mails.takeDue(Math.min(room, wanted(senders, outage))),
        process::resume);
  }

  /** While the server is away one mail finds out whether it is back. */
  private static int wanted(MailSenders senders, MailOutage outage) {
    if (outage.isAway()) {
      return outage.isProbeDue() ? 1 : 0;
    }
    return senders.room();
  }
}
