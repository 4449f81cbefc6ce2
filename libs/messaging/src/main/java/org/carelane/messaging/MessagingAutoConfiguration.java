package org.carelane.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.carelane.documents.Claims;
import org.carelane.documents.DerivedFields;
import org.carelane.documents.UnreadableDocuments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires the relay and the error handling; a service adds {@link Topics} and collections. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
    })
@EnableConfigurationProperties({MessagingProperties.class, DeadLetterProperties.class})
@EnableScheduling
public class MessagingAutoConfiguration {

  @Bean
  Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
    return new Traces(
        tracer.getIfAvailable(() -> Tracer.NOOP), propagator.getIfAvailable(() -> Propagator.NOOP));
  }

  @Bean
  Messages messages(Traces traces, Clock clock) {
    return new Messages(traces, clock);
  }

  @Bean
  NewTopics topics(
      ObjectProvider<Topics> topics,
      MessagingProperties properties,
      DeadLetterProperties deadLetters) {
    return new NewTopics(
        topics.stream()
            .flatMap(
                all ->
                    all.names().stream()
                        .flatMap(
                            name ->
                                Stream.of(
                                    topic(name, all, properties),
                                    deadLetters(name, deadLetters, properties))))
            .toArray(NewTopic[]::new));
  }

  private static NewTopic topic(String name, Topics all, MessagingProperties properties) {
    var topic = replicated(name, properties).partitions(properties.partitions());
    return (all.compacted().contains(name) ? topic.compact() : topic).build();
  }

  /** One partition, so that an offset names a dead letter. */
  private static NewTopic deadLetters(
      String name, DeadLetterProperties deadLetters, MessagingProperties properties) {
    return replicated(name + Topics.DEAD_LETTERS, properties)
        .partitions(1)
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(deadLetters.keepFor().toMillis()))
        .build();
  }

  private static TopicBuilder replicated(String name, MessagingProperties properties) {
    return TopicBuilder.name(name)
        .replicas(properties.replication())
        .config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(properties.minInSync()));
  }

  @Bean
  CommonErrorHandler deadLetters(
      KafkaTemplate<String, String> kafka,
      ObjectProvider<Topics> topics,
      MeterRegistry meters,
      MessagingProperties properties) {
    topics.stream()
        .flatMap(it -> it.names().stream())
        .forEach(topic -> DeadLetters.counter(meters, topic, null));
    return DeadLetters.errorHandler(kafka, meters, properties);
  }

  @Bean
  BatchReceiver batchReceiver(Traces traces, MeterRegistry meters) {
    return new BatchReceiver(traces, meters);
  }

  /** Only for services that own aggregates with an outbox. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(OutboxCollections.class)
  static class OutboxConfiguration {

    @Bean
    OutboxRemoval outboxRemoval(MongoOperations mongo, MessagingProperties properties) {
      return new OutboxRemoval(mongo, properties);
    }

    @Bean
    OutboxRelay outboxRelay(KafkaTemplate<String, String> kafka, OutboxRemoval removal) {
      return new OutboxRelay(kafka, removal);
    }

    @Bean
    OutboxEvents outboxEvents(
        OutboxCollections collections, OutboxRelay relay, MongoOperations mongo) {
      return new OutboxEvents(collections, relay, mongo.getConverter());
    }

    @Bean
    DerivedFields outboxFields() {
      return new DerivedFields(OutboxRemoval.UNSENT);
    }

    @Bean
    OutboxSweep outboxSweep(
        OutboxCollections collections,
        Claims claims,
        OutboxRelay relay,
        MongoOperations mongo,
        UnreadableDocuments unreadable,
        MessagingProperties properties,
        Clock clock) {
      return new OutboxSweep(collections, claims, relay, mongo, unreadable, properties, clock);
    }

    @Bean
    OutboxAge outboxAge(
        OutboxCollections collections,
        MongoOperations mongo,
        MeterRegistry meters,
        MessagingProperties properties,
        Clock clock) {
      return new OutboxAge(collections, mongo, meters, properties, clock);
    }
  }
}
