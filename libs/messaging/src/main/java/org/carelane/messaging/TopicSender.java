package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends messages to one topic, in order. It has a thread of its own, since the producer blocks
 * while it does not know the topic's partitions: the other topics need not wait for that.
 */
final class TopicSender {

  private static final int WAITING = 20_000;

  private record Waiting(OutboxMessage message, CompletableFuture<Void> acknowledged) {}

  private final KafkaTemplate<String, String> kafka;
  private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(WAITING);
  private final Thread worker;

  TopicSender(String topic, KafkaTemplate<String, String> kafka) {
    this.kafka = kafka;
    this.worker = Thread.ofVirtual().name("outbox-" + topic).start(this::sendUntilStopped);
  }

  /**
   * Never blocks.
   *
   * @param acknowledged completed by the broker's answer; with a failure also if too many wait
   */
  void send(OutboxMessage message, CompletableFuture<Void> acknowledged) {
    if (!waiting.offer(new Waiting(message, acknowledged))) {
      acknowledged.completeExceptionally(
          new RejectedExecutionException("too many wait for " + message.topic()));
    }
  }

  private void sendUntilStopped() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        send(waiting.take());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void send(Waiting next) {
    try {
      kafka
          .send(record(next.message()))
          .whenComplete(
              (_, failure) -> {
                if (failure == null) {
                  next.acknowledged().complete(null);
                } else {
                  next.acknowledged().completeExceptionally(failure);
                }
              });
    } catch (RuntimeException e) {
      next.acknowledged().completeExceptionally(e);
    }
  }

  private static ProducerRecord<String, String> record(OutboxMessage message) {
    var record = new ProducerRecord<>(message.topic(), message.key(), message.body());
    record
        .headers()
        .add(Message.TYPE, message.type().getBytes(UTF_8))
        .add(Message.VERSION, Integer.toString(message.version()).getBytes(UTF_8))
        .add(Message.MESSAGE_ID, message.id().getBytes(UTF_8));
    if (message.traceparent() != null) {
      record.headers().add(Message.TRACEPARENT, message.traceparent().getBytes(UTF_8));
    }
    return record;
  }

  void stop() {
    worker.interrupt();
  }
}
