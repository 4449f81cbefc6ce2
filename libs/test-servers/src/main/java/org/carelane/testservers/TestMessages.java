package org.carelane.testservers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends messages in place of another service. The topic must exist; services create theirs at
 * start.
 */
public final class TestMessages {

  private static final KafkaProducer<String, String> PRODUCER = producer();

  private TestMessages() {}

  /**
   * Sends a message of version 1 and waits until the broker has it.
   *
   * @return its message id
   */
  public static String send(String topic, String key, String type, String json) {
    var messageId = UUID.randomUUID().toString();
    send(topic, key, type, json, messageId);
    return messageId;
  }

  /** Sends with a given message id: with the same id again, a duplicate. */
  public static void send(String topic, String key, String type, String json, String messageId) {
    var message = new ProducerRecord<>(topic, key, json);
    message
        .headers()
        .add("type", type.getBytes(UTF_8))
        .add("version", "1".getBytes(UTF_8))
        .add("messageId", messageId.getBytes(UTF_8));
    send(message);
  }

  /** Sends a record as it is, for one that no service would send. */
  public static void send(ProducerRecord<String, String> message) {
    try {
      PRODUCER.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("not sent to " + message.topic(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static KafkaProducer<String, String> producer() {
    var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers", Servers.running().kafka(), "max.block.ms", 10_000),
            new StringSerializer(),
            new StringSerializer());
    AtJvmEnd.run(producer::close);
    return producer;
  }
}
