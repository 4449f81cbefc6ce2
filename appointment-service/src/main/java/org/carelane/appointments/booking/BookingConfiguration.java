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

  /** States are stored by alias: a cold process must know them before it reads the first. */
  @Bean
  MongoManagedTypes storedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, BookingState.class.getPermittedSubclasses());
    return MongoManagedTypes.fromIterable(types);
  }
}
