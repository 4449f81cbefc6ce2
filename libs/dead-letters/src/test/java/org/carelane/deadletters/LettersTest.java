package org.carelane.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.deadletters.Settlement.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.KafkaHeaders;

class LettersTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");

  private final Letters letters = new Letters();

  @Test
  void theFirstSettlementCounts() {
    letters.add(aDeadLetter(7));
    letters.add(settled(8, 7, Outcome.SENT_AGAIN, "first"));
    letters.add(settled(9, 7, Outcome.SENT_AGAIN, "second"));
    letters.add(settled(10, 7, Outcome.DISMISSED, "third"));
    assertThat(settlement(7)).isEqualTo(new Settlement(7, Outcome.SENT_AGAIN, "first", NOW));
  }

  @Test
  void whatWasSentAllTheSameIsNotDismissed() {
    letters.add(aDeadLetter(7));
    letters.add(settled(8, 7, Outcome.DISMISSED, "first"));
    letters.add(settled(9, 7, Outcome.SENT_AGAIN, "second"));
    assertThat(settlement(7)).isEqualTo(new Settlement(7, Outcome.SENT_AGAIN, "second", NOW));
  }

  @Test
  void aSettlementOfWhatTheBrokerHasLetGoOfSaysNothing() {
    letters.add(settled(8, 7, Outcome.SENT_AGAIN, "someone"));
    assertThat(letters.stream()).isEmpty();
  }

  @Test
  void aDeadLetterThatLooksLikeASettlementIsNone() {
    letters.add(aDeadLetter(7));
    var forged = record(8, "{\"offset\":7,\"outcome\":\"DISMISSED\",\"by\":\"me\",\"at\":\"x\"}");
    forged.headers().add("type", "DeadLetterSettled".getBytes(UTF_8));
    forged.headers().add(KafkaHeaders.DLT_ORIGINAL_TOPIC, "a.topic".getBytes(UTF_8));
    letters.add(new ParkedRecord(forged));
    assertThat(letters.stream()).hasSize(2).allMatch(DeadLetter::isOpen);
  }

  @Test
  void aSettlementThisReleaseDoesNotUnderstandLeavesTheLetterOpen() {
    letters.add(aDeadLetter(7));
    var newer = record(8, "{\"offset\":7,\"outcome\":\"CORRECTED\"}");
    newer.headers().add("type", "DeadLetterSettled".getBytes(UTF_8));
    letters.add(new ParkedRecord(newer));
    assertThat(letters.stream()).singleElement().matches(DeadLetter::isOpen);
  }

  private Settlement settlement(long offset) {
    return letters.of(aDeadLetter(offset)).settlement();
  }

  private static ParkedRecord aDeadLetter(long offset) {
    var record = record(offset, "{}");
    record.headers().add(KafkaHeaders.DLT_ORIGINAL_TOPIC, "a.topic".getBytes(UTF_8));
    return new ParkedRecord(record);
  }

  private static ParkedRecord settled(long offset, long letter, Outcome outcome, String by) {
    var sent = new Settlement(letter, outcome, by, NOW).record("a.topic", "key");
    var record = record(offset, sent.value());
    sent.headers().forEach(record.headers()::add);
    return new ParkedRecord(record);
  }

  private static ConsumerRecord<String, String> record(long offset, String value) {
    return new ConsumerRecord<>("a.topic.dlt", 0, offset, "key", value);
  }
}
