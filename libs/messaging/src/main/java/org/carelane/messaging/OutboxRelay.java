package org.carelane.messaging;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Publishes the messages in documents' {@code outbox[]}: at least once, in order per document and
 * topic as long as nothing fails. A published message is removed with the document's next save, or
 * by a bulk write of {@link OutboxRemoval}. After a crash before that it is published again. {@link
 * OutboxSweep} finds the messages that a dead process has left.
 */
public class OutboxRelay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

  /** Starts before and stops after the listeners and the web server, which cause messages. */
  static final int PHASE = 0;

  private static final int REMEMBERED = 20_000;
  private static final int PATIENCE_SECONDS = 5;
  private static final CompletableFuture<Void> ACKNOWLEDGED =
      CompletableFuture.completedFuture(null);

  /** A document, and all messages in its outbox when it was read. */
  record Pending(String collection, String id, List<OutboxMessage> messages) {}

  private final KafkaTemplate<String, String> kafka;
  private final OutboxRemoval removal;
  private final Map<String, TopicSender> senders = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<?>> sent =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<?>> eldest) {
              return size() > REMEMBERED;
            }
          });
  private volatile boolean running;

  OutboxRelay(KafkaTemplate<String, String> kafka, OutboxRemoval removal) {
    this.kafka = kafka;
    this.removal = removal;
  }

  /**
   * Publishes soon. Never blocks: when too many messages wait, more are left to the sweep.
   *
   * @param messages all that the document's outbox holds
   */
  void relay(String collection, String id, List<OutboxMessage> messages) {
    if (messages.isEmpty()) {
      removal.isDone(collection, id);
      return;
    }
    var document = new Pending(collection, id, List.copyOf(messages));
    CompletableFuture.allOf(messages.stream().map(this::sendOnce).toArray(CompletableFuture[]::new))
        .thenRun(() -> removal.add(document))
        .exceptionally(e -> leaveToSweep(document, e));
  }

  /** Whether the broker has acknowledged it, so that it need not be saved any more. */
  boolean isPublished(String messageId) {
    return sent.get(messageId) == ACKNOWLEDGED;
  }

  private CompletableFuture<?> sendOnce(OutboxMessage message) {
    var sending = new CompletableFuture<Void>();
    var known = sent.putIfAbsent(message.id(), sending);
    if (known != null) {
      return known;
    }
    senders
        .computeIfAbsent(message.topic(), topic -> new TopicSender(topic, kafka))
        .send(message, sending);
    return sending.whenComplete(
        (_, failure) -> {
          if (failure == null) {
            sent.replace(message.id(), ACKNOWLEDGED); // keeps the id, and not the message
          } else {
            sent.remove(message.id());
          }
        });
  }

  private static @Nullable Void leaveToSweep(Pending document, Throwable e) {
    log.warn("Not published yet: {} {}: {}", document.collection(), document.id(), e.toString());
    return null;
  }

  @Override
  public void start() {
    running = true;
  }

  /** Publishes what waits, if the broker takes it; what is left another process finds. */
  @Override
  public void stop() {
    running = false;
    awaitAcknowledgements();
    senders.values().forEach(TopicSender::stop);
    senders.clear();
    removal.remove();
  }

  private void awaitAcknowledgements() {
    List<CompletableFuture<?>> waiting;
    synchronized (sent) {
      waiting = sent.values().stream().filter(it -> !it.isDone()).toList();
    }
    try {
      CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      log.info("Some messages are left to another process: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
