package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes the messages in documents' {@code outbox[]}: at least once, in order per document as
 * long as nothing fails. A published message is removed with the document's next save, or by a bulk
 * write of {@link OutboxRemoval}. After a crash before that it is published again. {@link
 * OutboxSweep} finds the messages that a dead process has left.
 */
public class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /** Starts before and stops after the listeners and the web server, which cause messages. */
  static final int PHASE = 0;

  private static final int QUEUE = 20_000;
  private static final int BATCH = 200;
  private static final int REMEMBERED = 20_000;
  private static final CompletableFuture<Void> ACKNOWLEDGED =
      CompletableFuture.completedFuture(null);

  /** A document, and all messages in its outbox when it was read. */
  record Pending(String collection, String id, List<OutboxMessage> messages) {}

  private final KafkaTemplate<String, String> kafka;
  private final OutboxRemoval removal;
  private final BlockingQueue<Pending> toSend = new LinkedBlockingQueue<>(QUEUE);
  private final Map<String, CompletableFuture<?>> sent =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<?>> eldest) {
              return size() > REMEMBERED;
            }
          });
  private volatile @Nullable Thread worker;

  OutboxRelay(KafkaTemplate<String, String> kafka, OutboxRemoval removal) {
    this.kafka = kafka;
    this.removal = removal;
  }

  /**
   * Publishes soon. Never blocks: when the queue is full, the messages are left to the sweep.
   *
   * @param messages all that the document's outbox holds
   */
  void relay(String collection, String id, List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      removal.isDone(collection, id);
    } else if (!toSend.offer(new Pending(collection, id, List.copyOf(messages)))) {
      log.debug("Relay is full; {} {} is left to the sweep", collection, id);
    }
  }

  /** Whether the broker has acknowledged it, so that it need not be saved any more. */
  boolean isPublished(String messageId) {
    return sent.get(messageId) == ACKNOWLEDGED;
  }

  private void send(List<Pending> documents) {
    for (var document : documents) {
      var acknowledgements =
          document.messages().stream().map(this::sendOnce).toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(acknowledgements)
          .thenRun(() -> removal.add(document))
          .exceptionally(e -> leaveToSweep(document, e));
    }
  }

  private CompletableFuture<?> sendOnce(OutboxMessage message) {
    var known = sent.get(message.id());
    if (known != null) {
      return known;
    }
    var sending = kafka.send(record(message));
    sent.put(message.id(), sending);
    return sending.whenComplete(
        (_, failure) -> {
          if (failure == null) {
            sent.replace(message.id(), ACKNOWLEDGED); // keeps the id, and not the message
          } else {
            sent.remove(message.id());
          }
        });
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

  private static @Nullable Void leaveToSweep(Pending document, Throwable e) {
    log.warn("Not published yet: {} {}: {}", document.collection(), document.id(), e.toString());
    return null;
  }

  @Override
  public void start() {
    worker = Thread.ofPlatform().name("outbox-send").daemon().start(this::sendUntilStopped);
  }

  private void sendUntilStopped() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        List<Pending> batch = new ArrayList<>();
        batch.add(toSend.take());
        toSend.drainTo(batch, BATCH - 1);
        send(batch);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("Left to the sweep: {}", e.toString());
      }
    }
  }

  @Override
  public void stop() {
    Objects.requireNonNull(worker).interrupt();
    worker = null;
    removal.remove();
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
