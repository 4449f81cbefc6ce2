package org.carelane.notifications;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.carelane.messaging.DrainingExecutor;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.notification.AccountMailState;
import org.carelane.notifications.notification.Notification;
import org.carelane.notifications.notification.NotificationState;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.mapping.Document;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  private static final Duration LAST_MAILS = Duration.ofSeconds(8);

  @Bean
  Topics notificationTopics() {
    return new Topics(
            "notification.commands",
            "notification.events",
            "appointment.events",
            "letter.commands",
            "session.events")
        .andCompacted("account.events");
  }

  @Bean
  OutboxCollections notificationOutboxes() {
    return new OutboxCollections(Notification.COLLECTION);
  }

  /** Not a default candidate: Spring would use it for its own tasks. */
  @Bean(defaultCandidate = false)
  DrainingExecutor mailThreads() {
    return new DrainingExecutor("mail", LAST_MAILS);
  }

  /**
   * Registers sealed types: a new process does not know a {@code @TypeAlias} it has not written
   * yet.
   */
  @Bean
  MongoManagedTypes persistedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, NotificationState.class.getPermittedSubclasses());
    Collections.addAll(types, AccountMailState.class.getPermittedSubclasses());
    Collections.addAll(types, Letter.class.getPermittedSubclasses());
    return MongoManagedTypes.fromIterable(types);
  }
}
