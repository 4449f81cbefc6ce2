package org.carelane.payments;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.carelane.messaging.DrainingExecutor;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.carelane.payments.payment.PaymentState;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoManagedTypes;
import org.springframework.data.mongodb.core.mapping.Document;

@Configuration(proxyBeanMethods = false)
class PaymentConfiguration {

  @Bean
  Topics paymentTopics() {
    return new Topics("payment.commands", "payment.events");
  }

  @Bean
  OutboxCollections paymentOutboxes() {
    return new OutboxCollections("payments");
  }

  /** Not a default candidate: Spring would use it for its own tasks. */
  @Bean(defaultCandidate = false)
  DrainingExecutor providerThreads() {
    return new DrainingExecutor("provider-calls", Duration.ofSeconds(5));
  }

  /**
   * Registers the states: a new process does not know a {@code @TypeAlias} it has not written yet.
   */
  @Bean
  MongoManagedTypes persistedTypes(ApplicationContext context) throws ClassNotFoundException {
    Set<Class<?>> types = new HashSet<>(new EntityScanner(context).scan(Document.class));
    Collections.addAll(types, PaymentState.all());
    return MongoManagedTypes.fromIterable(types);
  }
}
