package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.bson.Document;
import org.carelane.documents.NewerDocument;
import org.carelane.messaging.Workshop.Thing;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.CollectionUtils;

@WorkshopIsOpen
class DeadLettersTest {

  @Autowired private Workshop workshop;
  @Autowired private MongoTemplate mongo;
  @Autowired private KafkaListenerEndpointRegistry listeners;
  private final String key = UUID.randomUUID().toString();

  /** A consumer counts attempts: of a partition that moves to another they would count anew. */
  @BeforeEach
  void everyConsumerHasItsPartitions() {
    await()
        .until(
            () ->
                listeners.getListenerContainers().stream()
                    .map(ConcurrentMessageListenerContainer.class::cast)
                    .flatMap(DeadLettersTest::consumers)
                    .noneMatch(it -> CollectionUtils.isEmpty(it.getAssignedPartitions())));
  }

  private static Stream<? extends MessageListenerContainer> consumers(
      ConcurrentMessageListenerContainer<?, ?> listener) {
    return listener.getContainers().stream();
  }

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
    await().until(() -> workshop.attempts(key) == 6);
  }

  @Test
  void whatFailsOnceIsTriedAgain() {
    workshop.handle(key, attempt -> attempt == 1 ? new IllegalStateException("not yet") : null);
    TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
    await().until(() -> workshop.attempts(key) == 2);
  }

  @Test
  void whatSpeaksToADocumentOfANewerReleaseWaitsForItAndHoldsNobodyUp() {
    var things = mongo.getCollection("things");
    things.insertOne(new Document("_id", key).append("format", 2).append("state", "unheard of"));
    workshop.handle(key, _ -> failureToRead(key));
    try (var parked = RecordedMessages.of(Workshop.TOPIC + Topics.DEAD_LETTERS)) {
      TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
      await().until(() -> workshop.attempts(key) >= 7);
      var others = Stream.generate(() -> UUID.randomUUID().toString()).limit(24).toList();
      others.forEach(other -> TestMessages.send(Workshop.TOPIC, other, "ThingMade", "{}"));
      await().until(() -> others.stream().allMatch(workshop::hasDone));

      things.updateOne(Filters.eq(key), Updates.unset("format")); // the newer release went on
      await().until(() -> workshop.hasDone(key));
      assertThat(parked.soFar(message -> message.key().equals(key))).isEmpty();
    }
  }

  private @Nullable RuntimeException failureToRead(String id) {
    try {
      mongo.findById(id, Thing.class);
      return null;
    } catch (NewerDocument e) {
      return e;
    }
  }

  static Stream<RuntimeException> outages() {
    return Stream.of(
        new DataAccessResourceFailureException("no server"),
        new MongoTimeoutException("no server"), // as bulk writes and claims throw it
        new KafkaException("not sent", new NotEnoughReplicasException("one of two")));
  }

  /** Tried once more than what fails otherwise. */
  @ParameterizedTest
  @MethodSource("outages")
  void whileTheDatabaseOrTheBrokerIsAwayNothingIsParked(RuntimeException away) {
    workshop.handle(key, attempt -> attempt < 6 ? away : null);
    try (var parked = RecordedMessages.of(Workshop.TOPIC + Topics.DEAD_LETTERS)) {
      TestMessages.send(Workshop.TOPIC, key, "ThingBroke", "{}");
      await().until(() -> workshop.attempts(key) == 6);
      assertThat(parked.soFar(message -> message.key().equals(key))).isEmpty();
    }
  }
}
