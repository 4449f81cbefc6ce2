package org.carelane.deadletters;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.carelane.deadletters.DeadLetters.Found;
import org.carelane.deadletters.Redriven.Missing;
import org.carelane.deadletters.Redriven.Settled;
import org.carelane.deadletters.Redriven.SettledOtherwise;
import org.carelane.deadletters.Settlement.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends dead letters to their topic again and settles them. The settlement is written when the
 * broker has the record: after a crash between the two it is still open, and sent a second time,
 * which its handler bears. In one process a second click waits and finds it settled; on two
 * replicas at once it is sent twice, and the first settlement counts.
 */
public class Redrive {

  private static final Logger log = LoggerFactory.getLogger(Redrive.class);
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Shorter than the gateway waits for an answer. */
  private static final Duration AT_ONCE = Duration.ofSeconds(4);

  /**
   * @param sent how many were sent
   * @param left how many of those up to upTo are still open
   * @param upTo the last offset that was looked at; -1 when nothing was open
   */
  @Schema(
      example =
          """
          {"sent": 100, "left": 17, "upTo": 141}\
          """)
  public record SentAgain(int sent, int left, long upTo) {}

  private final DeadLetters letters;
  private final KafkaTemplate<String, String> kafka;
  private final Clock clock;

  Redrive(DeadLetters letters, KafkaTemplate<String, String> kafka, Clock clock) {
    this.letters = letters;
    this.kafka = kafka;
    this.clock = clock;
  }

  /**
   * @param by the administrator's account
   * @throws BrokerAway when Kafka does not answer; the record may have been sent all the same
   */
  public Redriven sendAgain(String topic, long offset, String by) {
    return settle(topic, offset, Outcome.SENT_AGAIN, by);
  }

  /**
   * Settles that it will not be sent again.
   *
   * @param by the administrator's account
   * @throws BrokerAway when Kafka does not answer
   */
  public Redriven dismiss(String topic, long offset, String by) {
    return settle(topic, offset, Outcome.DISMISSED, by);
  }

  private synchronized Redriven settle(String topic, long offset, Outcome outcome, String by) {
    return letters
        .find(topic, offset)
        .<Redriven>map(
            found -> {
              var settlement = found.letter().settlement();
              if (settlement == null) {
                return new Settled(settle(found, outcome, by));
              }
              return settlement.outcome() == outcome
                  ? new Settled(found.letter())
                  : new SettledOtherwise(found.letter());
            })
        .orElseGet(Missing::new);
  }

  /**
   * Sends what is open, in the order in which it was parked, for some seconds at most. What is
   * parked meanwhile, such as a record that fails again, is behind {@code upTo}: whoever repeats
   * this with it until nothing is left comes to an end.
   *
   * @param upTo the last offset to send; null for all that are open now
   * @param limit how many at most
   * @return empty for a topic this service does not listen on
   * @throws BrokerAway when Kafka does not answer; some may have been sent
   */
  public synchronized Optional<SentAgain> sendAllAgain(
      String topic, @Nullable Long upTo, int limit, String by) {
    if (!letters.listensOn(topic)) {
      return Optional.empty();
    }
    var open =
        letters.open(topic).stream()
            .map(DeadLetter::offset)
            .filter(it -> upTo == null || it <= upTo)
            .toList();
    int sent = send(topic, open.subList(0, Math.min(limit, open.size())), by);
    long last = upTo != null ? upTo : open.isEmpty() ? -1 : open.getLast();
    return Optional.of(new SentAgain(sent, open.size() - sent, last));
  }

  private int send(String topic, List<Long> offsets, String by) {
    if (offsets.isEmpty()) {
      return 0;
    }
    var found = letters.find(topic, offsets.stream().collect(Collectors.toSet()));
    long begun = System.nanoTime();
    int sent = 0;
    for (var letter : found) {
      if (System.nanoTime() - begun > AT_ONCE.toNanos()) {
        break;
      }
      settle(letter, Outcome.SENT_AGAIN, by);
      sent++;
    }
    return sent;
  }

  private DeadLetter settle(Found found, Outcome outcome, String by) {
    var letter = found.letter();
    var settlement = new Settlement(letter.offset(), outcome, by, clock.instant());
    var settled = settlement.record(letter.topic(), found.record().key());
    switch (outcome) {
      case SENT_AGAIN -> {
        write(found.record().asItWas());
        log.info("Sent again by {}: dead letter {}", by, letter);
        write(settled);
      }
      case DISMISSED -> {
        write(settled);
        log.info("Dismissed by {}: dead letter {}", by, letter);
      }
    }
    return letter.settledBy(settlement);
  }

  private void write(ProducerRecord<String, String> record) {
    try {
      kafka.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BrokerAway(e);
    } catch (ExecutionException | KafkaException e) {
      throw isForNow(e)
          ? new BrokerAway(e)
          : new IllegalStateException("Kafka refuses a record for " + record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway(e);
    }
  }

  private static boolean isForNow(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }
}
