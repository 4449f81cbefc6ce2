package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

@WorkshopIsOpen
class DeadLettersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private Workshop workshop;
  private final String key = UUID.randomUUID().toString();

  @Test
  void aHandlerThatKeepsFailingIsTriedFiveTimesAndHoldsNobodyUpAfterwards() {
    workshop.handle(key, _ -> new IllegalStateException("cannot"));
    try (var parked = RecordedMessages.of(Workshop.TOPIC + Topics.DEAD_LETTERS)) {
      var id = TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
      assertThat(parked.await("ThingBroke", key).messageId()).isEqualTo(id);
    }
    assertThat(workshop.attempts(key)).isEqualTo(5);

    workshop.handle(key, _ -> null);
    TestMessages.send(Workshop.TOPIC, key, "ThingMended", "{}");
    await().atMost(PATIENCE).until(() -> workshop.attempts(key) == 6);
  }

  @Test
  void whatFailsOnceIsTriedAgain() {
    workshop.handle(key, attempt -> attempt == 1 ? new IllegalStateException("not yet") : null);
    TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
    await().atMost(PATIENCE).until(() -> workshop.attempts(key) == 2);
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsParked() {
    var away = new DataAccessResourceFailureException("no server");
    workshop.handle(key, attempt -> attempt < 7 ? away : null);
    try (var parked = RecordedMessages.of(Workshop.TOPIC + Topics.DEAD_LETTERS)) {
      TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
      await().atMost(PATIENCE).until(() -> workshop.attempts(key) == 7);
      assertThat(parked.soFar(message -> message.key().equals(key))).isEmpty();
    }
  }
}
