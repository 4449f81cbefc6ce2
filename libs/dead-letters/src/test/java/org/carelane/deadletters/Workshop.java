package org.carelane.deadletters;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.messaging.BatchReceiver;
import org.carelane.messaging.Topics;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** A service that handles orders and returns, but for those that a test has it fail at. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Workshop {

  static final String ORDERS = "workshop.orders";
  static final String RETURNS = "workshop.returns";

  /** Nobody here listens on it. */
  static final String INVOICES = "workshop.invoices";

  private final BatchReceiver receiver;
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  Workshop(BatchReceiver receiver) {
    this.receiver = receiver;
  }

  void failsAt(String key) {
    broken.add(key);
  }

  void isMended() {
    broken.clear();
  }

  boolean hasDone(String key) {
    return done.contains(key);
  }

  @KafkaListener(
      topics = {ORDERS, RETURNS},
      groupId = "workshop.returns")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, message -> Optional.of(message.key()), this::handle);
  }

  private void handle(String key) {
    if (broken.contains(key)) {
      throw new UnsupportedOperationException("no tool for " + key);
    }
    done.add(key);
  }

  @Bean
  static Topics workshopTopics() {
    return new Topics(ORDERS, RETURNS, INVOICES);
  }

  @Bean
  static Clock workshopClock() {
    return Clock.systemUTC();
  }
}
