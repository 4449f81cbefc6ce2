package org.carelane.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Passes a poll's records to a handler: together, or one by one where that is not possible. A
 * record that fails is reported to the error handler, so that only this one is retried and parked;
 * those before it are committed, those after it come again. What the listener does not read, such
 * as a newer version of a message, is counted in {@code carelane.messages.ignored}.
 */
public class BatchReceiver {

  private static final Logger log = LoggerFactory.getLogger(BatchReceiver.class);

  private final Traces traces;
  private final MeterRegistry meters;

  public BatchReceiver(Traces traces, MeterRegistry meters) {
    this.traces = traces;
    this.meters = meters;
  }

  /**
   * @param read reads a message's content; empty for a message to ignore
   */
  public <T> void receive(
      List<ConsumerRecord<String, String>> records,
      Function<Message, Optional<T>> read,
      BatchHandler<T> handler) {
    var batch = new ArrayList<Entry<T>>();
    var unreadable = read(records, read, batch);
    try {
      oneByOne(together(batch, handler), handler);
    } finally {
      batch.forEach(it -> it.received().span().end());
    }
    if (unreadable != null) {
      throw unreadable;
    }
  }

  private record Entry<T>(ConsumerRecord<String, String> record, Received<T> received) {}

  /** Up to the first record that cannot be read. */
  private <T> @Nullable BatchListenerFailedException read(
      List<ConsumerRecord<String, String>> records,
      Function<Message, Optional<T>> read,
      List<Entry<T>> batch) {
    for (var record : records) {
      try {
        var message = Message.of(record);
        read.apply(message)
            .map(content -> new Received<>(content, traces.handling(message)))
            .ifPresentOrElse(
                received -> batch.add(new Entry<>(record, received)), () -> ignored(record));
      } catch (RuntimeException e) {
        return new BatchListenerFailedException("not readable", e, record);
      }
    }
    return null;
  }

  /** A version may be any number: only likely ones have a counter of their own. */
  private void ignored(ConsumerRecord<String, String> record) {
    var headers = record.headers();
    var type = Objects.requireNonNullElse(Message.type(headers), "other");
    int version = Message.version(headers);
    meters
        .counter(
            "carelane.messages.ignored",
            "topic",
            record.topic(),
            "type",
            type,
            "version",
            version > 0 && version < 10 ? Integer.toString(version) : "other")
        .increment();
  }

  /**
   * @return what is left to do
   */
  private static <T> List<Entry<T>> together(List<Entry<T>> batch, BatchHandler<T> handler) {
    if (batch.isEmpty()) {
      return batch;
    }
    try {
      Set<Received<T>> left = Collections.newSetFromMap(new IdentityHashMap<>());
      left.addAll(handler.handleAll(batch.stream().map(Entry::received).toList()));
      return batch.stream().filter(entry -> left.contains(entry.received())).toList();
    } catch (RuntimeException e) {
      log.debug("{} messages are handled one by one: {}", batch.size(), e.toString());
      return batch;
    }
  }

  private static <T> void oneByOne(List<Entry<T>> entries, BatchHandler<T> handler) {
    for (var entry : entries) {
      var received = entry.received();
      try {
        received.within(() -> handler.handle(received.content()));
      } catch (RuntimeException e) {
        throw new BatchListenerFailedException("not handled", e, entry.record());
      }
    }
  }
}
