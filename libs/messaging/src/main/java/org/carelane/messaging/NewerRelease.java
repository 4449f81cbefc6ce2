package org.carelane.messaging;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carelane.documents.NewerDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * While instances of two releases run, the older one may get a message about a document that the
 * newer has written. It is put back at the end of the next partition, until a newer instance gets
 * it, so that it does not block the messages behind it. It comes again and out of order by that,
 * which handlers must bear anyway.
 */
final class NewerRelease {

  private static final Logger log = LoggerFactory.getLogger(NewerRelease.class);
  private static final int PATIENCE_SECONDS = 30;

  private final KafkaTemplate<String, String> kafka;

  NewerRelease(KafkaTemplate<String, String> kafka) {
    this.kafka = kafka;
  }

  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NewerDocument) {
        return true;
      }
    }
    return false;
  }

  void putBack(ConsumerRecord<?, ?> record) {
    var next = (record.partition() + 1) % kafka.partitionsFor(record.topic()).size();
    var again =
        new ProducerRecord<>(
            record.topic(), next, (String) record.key(), (String) record.value(), record.headers());
    try {
      kafka.send(again).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("not put back", e); // the record is delivered again then
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("not put back", e);
    }
    log.info(
        "Left to a newer release: {}-{}@{}", record.topic(), record.partition(), record.offset());
  }
}
