package org.carelane.appointments.booking;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.mapping.Document;

@Configuration(proxyBeanMethods = false)
class BookingConfiguration {

  /**
   * Registers the states: a new process does not know a {@code @TypeAlias} it has not written yet.
   */
  @Bean
  MongoManagedTypes storedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, BookingState.class.getPermittedSubclasses());
    return MongoManagedTypes.fromIterable(types);
  }
}
