package org.carelane.deadletters;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.carelane.messaging.Topics;

/**
 * Reads {@code <topic>.dlt} from the beginning to where it ends now, each time: only then is known
 * what is settled. Belongs to no consumer group and commits nothing.
 */
final class DeadLetterTopics {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Map<String, Object> configuration;

  /**
   * @param configuration of this service's consumers
   */
  DeadLetterTopics(Map<String, Object> configuration) {
    var own = new HashMap<>(configuration);
    own.remove(CommonClientConfigs.GROUP_ID_CONFIG);
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
    // To be closed, it waits for what it has asked for already: more than there is.
    own.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
    own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    own.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    this.configuration = Map.copyOf(own);
  }

  /**
   * @param topics without {@code .dlt}
   * @throws BrokerAway when nothing comes for five seconds
   */
  void readAll(Collection<String> topics, Consumer<ParkedRecord> reader) {
    var partitions =
        topics.stream().map(it -> new TopicPartition(it + Topics.DEAD_LETTERS, 0)).toList();
    var consumer =
        new KafkaConsumer<>(configuration, new StringDeserializer(), new StringDeserializer());
    try {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      readToEnd(consumer, partitions, reader);
    } catch (TimeoutException e) {
      throw new BrokerAway(e);
    } finally {
      consumer.close(CloseOptions.timeout(GOODBYE));
    }
  }

  private static void readToEnd(
      KafkaConsumer<String, String> consumer,
      List<TopicPartition> partitions,
      Consumer<ParkedRecord> reader) {
    var ends = consumer.endOffsets(partitions);
    long lastHeard = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      var records = consumer.poll(POLL);
      records.forEach(it -> reader.accept(new ParkedRecord(it)));
      if (!records.isEmpty()) {
        lastHeard = System.nanoTime();
      } else if (System.nanoTime() - lastHeard > PATIENCE.toNanos()) {
        throw new TimeoutException("no dead letters from " + partitions);
      }
    }
  }
}
