package org.carelane.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.kafka.annotation.KafkaListener;

/** A service that owns things, and handles what is said of them as a test tells it to. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Workshop {

  static final String TOPIC = "workshop.events";
  static final String COMPACTED = "workshop.lists";

  @Document("things")
  record Thing(@Id String id, @Version @Nullable Long version, List<OutboxMessage> outbox) {}

  private final Map<String, IntFunction<@Nullable RuntimeException>> failures =
      new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  /**
   * @param attempt counts from 1; says whether that one fails
   */
  void handle(String key, IntFunction<@Nullable RuntimeException> attempt) {
    failures.put(key, attempt);
  }

  /** How often a message of this key was tried. */
  int attempts(String key) {
    return (int) handled.stream().filter(key::equals).count();
  }

  boolean hasDone(String key) {
    return done.contains(key);
  }

  private final BatchReceiver receiver;

  Workshop(BatchReceiver receiver) {
    this.receiver = receiver;
  }

  @KafkaListener(topics = TOPIC, groupId = "workshop.things")
  void on(List<ConsumerRecord<String, String>> records) {
    receiver.receive(records, message -> Optional.of(message.key()), this::handle);
  }

  private void handle(String key) {
    handled.add(key);
    var failure = failures.getOrDefault(key, _ -> null).apply(attempts(key));
    if (failure != null) {
      throw failure;
    }
    done.add(key);
  }

  @Bean
  static Topics workshopTopics() {
    return new Topics(TOPIC).andCompacted(COMPACTED);
  }

  @Bean
  static OutboxCollections workshopOutboxes() {
    return new OutboxCollections("things");
  }

  @Bean
  static Clock workshopClock() {
    return Clock.systemUTC();
  }
}
