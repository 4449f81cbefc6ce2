package org.carelane.appointments;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.carelane.accesstoken.PublicPaths;
import org.carelane.appointments.booking.Progress;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.mapping.Document;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

  @Bean
  Topics appointmentTopics() {
    return new Topics(
        "payment.commands",
        "payment.events",
        "notification.commands",
        "notification.events",
        "appointment.events");
  }

  @Bean
  OutboxCollections appointmentOutboxes() {
    return new OutboxCollections("appointments");
  }

  @Bean
  PublicPaths doctorsAndSlots() {
    return PublicPaths.reading("/api/v1/doctors", "/api/v1/doctors/**", "/api/v1/specializations");
  }

  /** States are persisted by alias: a cold process must know them before it reads the first. */
  @Bean
  MongoManagedTypes persistedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, Progress.class.getPermittedSubclasses());
    return MongoManagedTypes.fromIterable(types);
  }
}
