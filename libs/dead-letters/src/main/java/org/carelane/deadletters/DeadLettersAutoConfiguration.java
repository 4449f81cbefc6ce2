package org.carelane.deadletters;

import java.time.Clock;
import org.carelane.deadletters.web.DeadLetterController;
import org.carelane.messaging.MessagingAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** For services that listen on topics. */
@AutoConfiguration(after = MessagingAutoConfiguration.class)
@Import(DeadLetterController.class)
public class DeadLettersAutoConfiguration {

  @Bean
  DeadLetters deadLettersOfThisService(
      ConsumerFactory<?, ?> consumers,
      KafkaListenerEndpointRegistry listeners,
      Environment environment) {
    var service = environment.getRequiredProperty("spring.application.name");
    return new DeadLetters(
        new DeadLetterTopics(consumers.getConfigurationProperties()),
        new ConsumedTopics(service, listeners));
  }

  @Bean
  Redrive redrive(DeadLetters letters, KafkaTemplate<String, String> kafka, Clock clock) {
    return new Redrive(letters, kafka, clock);
  }
}
