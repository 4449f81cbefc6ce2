package org.carelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaNodeTest {

  @Test
  void keepsRecordsAcrossARestart(@TempDir Path directory) throws Exception {
    int port = Loopback.freePort();
    int controllerPort = Loopback.freePort();
    try (var node = KafkaNode.onDisk(directory, port, controllerPort)) {
      createTopic(node, "letters");
      send(node, "letters", "hello");
    }
    try (var node = KafkaNode.onDisk(directory, port, controllerPort)) {
      assertThat(read(node, "letters")).containsExactly("hello");
    }
  }

  @Test
  void twoTemporaryNodesDoNotMeet() throws Exception {
    try (var one = KafkaNode.temporary();
        var other = KafkaNode.temporary()) {
      createTopic(one, "letters");

      assertThat(topics(one)).contains("letters");
      assertThat(topics(other)).doesNotContain("letters");
    }
  }

  private static void createTopic(KafkaNode node, String name) throws Exception {
    try (var admin = admin(node)) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    }
  }

  private static Iterable<String> topics(KafkaNode node) throws Exception {
    try (var admin = admin(node)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(KafkaNode node) {
    return Admin.create(Map.of("bootstrap.servers", node.bootstrapServers()));
  }

  private static void send(KafkaNode node, String topic, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", node.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static List<String> read(KafkaNode node, String topic) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", node.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      var records = consumer.poll(Duration.ofSeconds(20)).records(new TopicPartition(topic, 0));
      return records.stream().map(record -> record.value()).toList();
    }
  }
}
