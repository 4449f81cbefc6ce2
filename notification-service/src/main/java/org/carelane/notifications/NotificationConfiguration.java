package org.carelane.notifications;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.notification.DeliveryState;
import org.carelane.notifications.notification.Notification;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.mapping.Document;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

  @Bean
  Topics notificationTopics() {
    return new Topics(
        "notification.commands", "notification.events", "appointment.events", "account.events");
  }

  @Bean
  OutboxCollections notificationOutboxes() {
    return new OutboxCollections(Notification.COLLECTION);
  }

  /** Sealed types are persisted by alias: a cold process must know them before it reads one. */
  @Bean
  MongoManagedTypes persistedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, DeliveryState.class.getPermittedSubclasses());
    Collections.addAll(types, Letter.class.getPermittedSubclasses());
    return MongoManagedTypes.fromIterable(types);
  }
}
