package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Messages that come twice, late, out of order, or make no sense. */
class MessagesTest {

  private static final List<String> TOPICS =
      List.of("payment.commands", "payment.events", "notification.commands", "notification.events");

  @Test
  void everythingSaidAgainInAnotherOrderChangesNothing() {
    var clinic = Clinic.open();
    var patient = People.patient();
    var slots = clinic.freeSlots();
    var confirmed = Booking.of(patient, slots.get(0), "card_ok").awaitStatus("CONFIRMED");
    var declined = Booking.of(patient, slots.get(1), "card_declined").awaitStatus("CANCELLED");
    var cancelled = Booking.of(patient, slots.get(2), "card_ok").awaitStatus("CONFIRMED");
    cancelled.cancelledBy(patient);
    cancelled.awaitStatus("CANCELLED");
    var bookings = List.of(confirmed, declined, cancelled);
    var mails = Mails.subjectsTo(patient.email()).size();

    var said = recordsOf(bookings);
    assertThat(said).hasSizeGreaterThan(10);
    Collections.reverse(said);
    said.forEach(MessagesTest::sayAgain);
    awaitEverythingRead();

    assertThat(bookings).extracting(Booking::status)
        .containsExactly("CONFIRMED", "CANCELLED", "CANCELLED");
    Ledger.assertSettled(bookings);
    assertThat(clinic.freeSlots()).contains(slots.get(1), slots.get(2)).doesNotContain(slots.get(0));
    assertThat(Mails.subjectsTo(patient.email())).hasSize(mails);
  }

  @Test
  void poisonIsParkedAndCounted() {
    var key = UUID.randomUUID().toString();
    var poison = new ProducerRecord<>("payment.commands", key, "{\"not\": \"a command\"");
    poison.headers().add("type", "TakePayment".getBytes());
    poison.headers().add("version", "1".getBytes());
    poison.headers().add("messageId", key.getBytes());
    say(poison);
    await("poison in the dead letters")
        .atMost(Duration.ofSeconds(60))
        .until(() -> records("payment.commands.dlt").anyMatch(it -> key.equals(it.key())));
    var metrics = RunningFleet.service("payment-service").get("/actuator/prometheus").raw();
    assertThat(metrics)
        .containsPattern("carelane_messages_dead_lettered_total\\{.*payment.commands.*\\} [1-9]");
  }

  private static List<ConsumerRecord<String, String>> recordsOf(List<Booking> bookings) {
    var ids = bookings.stream().map(Booking::id).toList();
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    TOPICS.forEach(topic -> records(topic).filter(it -> ids.contains(it.key())).forEach(found::add));
    return found;
  }

  /** All that a topic holds now. */
  private static Stream<ConsumerRecord<String, String>> records(String topic) {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
        consumer.poll(Duration.ofMillis(500)).forEach(all::add);
      }
      return all.stream();
    }
  }

  private static void sayAgain(ConsumerRecord<String, String> it) {
    say(new ProducerRecord<>(it.topic(), null, it.key(), it.value(), it.headers()));
  }

  private static void say(ProducerRecord<String, String> message) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", RunningFleet.fleet().kafkaServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(message);
    }
  }

  /** The services have read what these topics hold now. */
  private static void awaitEverythingRead() {
    try (var admin =
        Admin.create(
            Map.<String, Object>of("bootstrap.servers", RunningFleet.fleet().kafkaServers()))) {
      for (var reader :
          Map.of(
                  "payment.commands", "payment-service",
                  "payment.events", "appointment-service",
                  "notification.commands", "notification-service",
                  "notification.events", "appointment-service")
              .entrySet()) {
        var ends = ends(reader.getKey());
        await(reader + " to have read")
            .atMost(Booking.PATIENCE)
            .until(
                () -> {
                  var read =
                      admin
                          .listConsumerGroupOffsets(reader.getValue())
                          .partitionsToOffsetAndMetadata()
                          .get();
                  return ends.entrySet().stream()
                      .allMatch(
                          it ->
                              it.getValue() == 0
                                  || read.get(it.getKey()) != null
                                      && read.get(it.getKey()).offset() >= it.getValue());
                });
      }
    }
  }

  private static Map<TopicPartition, Long> ends(String topic) {
    try (var consumer = consumer()) {
      return consumer.endOffsets(partitions(consumer, topic));
    }
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(it -> new TopicPartition(topic, it.partition()))
        .toList();
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.<String, Object>of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            RunningFleet.fleet().kafkaServers(),
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000),
        new StringDeserializer(),
        new StringDeserializer());
  }
}
