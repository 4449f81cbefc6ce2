package org.carelane.testservers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * All messages of a topic, from its beginning. The topic may be created later. Reading commits no
 * offsets and disturbs no service. Not thread-safe.
 */
public final class RecordedMessages implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final String topic;
  private final KafkaConsumer<String, String> consumer;
  private final List<RecordedMessage> messages = new ArrayList<>();

  private RecordedMessages(String bootstrap, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "allow.auto.create.topics", false),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** Reads a topic of the running {@link Servers}. */
  public static RecordedMessages of(String topic) {
    return of(Servers.running().kafka(), topic);
  }

  public static RecordedMessages of(String bootstrap, String topic) {
    return new RecordedMessages(bootstrap, topic);
  }

  /**
   * Waits for a message.
   *
   * @return the first that matches, however old
   */
  public RecordedMessage await(Predicate<RecordedMessage> wanted) {
    return await(1, wanted).getFirst();
  }

  /** Waits for the first message of that type and key. */
  public RecordedMessage await(String type, String key) {
    return await(message -> message.is(type, key));
  }

  /**
   * Waits until at least so many messages match.
   *
   * @return all that match by then, in the order of each key
   */
  public List<RecordedMessage> await(int count, Predicate<RecordedMessage> wanted) {
    return Awaitility.await("messages on " + topic)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .until(() -> soFar(wanted), found -> found.size() >= count);
  }

  /** All that match and were on the topic when this was called; does not wait for others. */
  public List<RecordedMessage> soFar(Predicate<RecordedMessage> wanted) {
    join();
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(message -> messages.add(RecordedMessage.of(message)));
    }
    return messages.stream().filter(wanted).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Adds partitions that were created since the last call. */
  private void join() {
    Set<TopicPartition> all = new HashSet<>();
    consumer
        .partitionsFor(topic)
        .forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
    var added = new HashSet<>(all);
    added.removeAll(consumer.assignment());
    if (!added.isEmpty()) {
      consumer.assign(all);
      consumer.seekToBeginning(added);
    }
  }
}
