package org.carelane.documents.clock;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.carelane.documents.DocumentsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Looks at the clock of every service with a database. */
@AutoConfiguration(after = DocumentsAutoConfiguration.class)
@EnableConfigurationProperties(ClockProperties.class)
@EnableScheduling
public class ClockAutoConfiguration {

  @Bean
  ClockCheck clockCheck(
      MongoOperations mongo,
      Clock clock,
      ClockProperties limits,
      ApplicationAvailability availability,
      ApplicationEventPublisher events,
      MeterRegistry meters) {
    return new ClockCheck(mongo, clock, limits, availability, events, meters);
  }
}
