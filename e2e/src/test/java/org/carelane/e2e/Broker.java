package org.carelane.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What was said on Kafka, and what a faulty sender might say. */
final class Broker {

  private static final List<String> SERVICES =
      List.of("appointment-service", "payment-service", "notification-service", "chat-service");

  private Broker() {}

  /** All that a topic holds now. */
  static List<ConsumerRecord<String, String>> records(String topic) {
    try (var consumer = consumer()) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(it -> new TopicPartition(topic, it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(500)).forEach(all::add);
      }
      return all;
    }
  }

  /** The same record again, as a sender does that never saw its acknowledgement. */
  static void repeat(List<ConsumerRecord<String, String>> records) {
    say(
        records.stream()
            .map(it -> new ProducerRecord<>(it.topic(), null, it.key(), it.value(), it.headers()))
            .toList());
  }

  static void say(String topic, String key, String type, String body) {
    var message = new ProducerRecord<>(topic, key, body);
    message.headers().add("type", type.getBytes(UTF_8));
    message.headers().add("version", "1".getBytes(UTF_8));
    message.headers().add("messageId", (type + ":" + key).getBytes(UTF_8));
    say(List.of(message));
  }

  /** Returns when the broker has them. */
  static void say(List<ProducerRecord<String, String>> messages) {
    try (var producer =
        new KafkaProducer<>(bootstrap(), new StringSerializer(), new StringSerializer())) {
      for (var message : messages) {
        producer.send(message).get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every service has dealt with all it reads and the broker holds now. */
  static void awaitEverythingRead() {
    try (var admin = Admin.create(bootstrap());
        var consumer = consumer()) {
      for (var service : SERVICES) {
        var ends = consumer.endOffsets(readBy(service, admin));
        await(service + " to have read everything")
            .atMost(Booking.PATIENCE)
            .until(() -> isReached(committed(admin, service), ends));
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How far each service has read: offsets by service and partition. */
  static Map<String, Long> committed() {
    Map<String, Long> offsets = new HashMap<>();
    try (var admin = Admin.create(bootstrap())) {
      for (var service : SERVICES) {
        committed(admin, service)
            .forEach((partition, read) -> offsets.put(service + " " + partition, read.offset()));
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return offsets;
  }

  /** One for each of its listeners. */
  private static List<String> groupsOf(String service, Admin admin)
      throws ExecutionException, InterruptedException {
    return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
        .map(GroupListing::groupId)
        .filter(group -> group.startsWith(service + "."))
        .toList();
  }

  private static Set<TopicPartition> readBy(String service, Admin admin)
      throws ExecutionException, InterruptedException {
    var groups = admin.describeConsumerGroups(groupsOf(service, admin)).all().get();
    var partitions =
        groups.values().stream()
            .flatMap(group -> group.members().stream())
            .flatMap(member -> member.assignment().topicPartitions().stream())
            .collect(toSet());
    assertThat(partitions).as("what " + service + " reads").isNotEmpty();
    return partitions;
  }

  private static Map<TopicPartition, OffsetAndMetadata> committed(Admin admin, String service)
      throws ExecutionException, InterruptedException {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var group : groupsOf(service, admin)) {
      offsets.putAll(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    }
    return offsets;
  }

  private static boolean isReached(
      Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> offset(read.get(end.getKey())) >= end.getValue());
  }

  /** Nothing is committed where nothing has ever come. */
  private static long offset(@Nullable OffsetAndMetadata read) {
    return read == null ? 0 : read.offset();
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(bootstrap(), new StringDeserializer(), new StringDeserializer());
  }

  private static Map<String, Object> bootstrap() {
    return Map.of("bootstrap.servers", RunningFleet.fleet().kafkaServers());
  }
}
