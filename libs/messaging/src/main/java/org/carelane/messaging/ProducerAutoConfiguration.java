package org.carelane.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** Where the defaults of Spring's producer do not fit: what it logs, and how it closes. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
public class ProducerAutoConfiguration {

  /** In s. */
  private static final int CLOSES_WITHIN = 2;

  /** Says which topic takes nothing, but not what it was sent: that has names and addresses. */
  @Bean
  ProducerListener<Object, Object> producerListener() {
    var listener = new LoggingProducerListener<>();
    listener.setIncludeContents(false);
    return listener;
  }

  /**
   * A service that stops without a broker does not wait 30 s for it: {@link OutboxRelay} has waited
   * before, and what is not published by then another process finds in its outbox.
   */
  @Bean
  DefaultKafkaProducerFactoryCustomizer closesSoon() {
    return factory -> factory.setPhysicalCloseTimeout(CLOSES_WITHIN);
  }
}
