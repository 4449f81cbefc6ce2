package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.carelane.documents.BulkCompareAndSet;
import org.carelane.messaging.Workshop.Thing;
import org.carelane.testservers.RecordedMessages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@WorkshopIsOpen
class OutboxTest {

  private static final RecordedMessages PUBLISHED = RecordedMessages.of(Workshop.TOPIC);

  @Autowired private MongoOperations mongo;
  @Autowired private Messages messages;
  @Autowired private BulkCompareAndSet bulk;
  @Autowired private OutboxRelay relay;
  @Autowired private MeterRegistry meters;
  private final String id = UUID.randomUUID().toString();

  record ThingMade(String name) {}

  @Test
  void whatIsSavedIsPublishedAndTakenOut() {
    mongo.insert(thing("lamp"));
    assertThat(PUBLISHED.await("ThingMade", id).body()).isEqualTo("{\"name\":\"lamp\"}");
    awaitEmptyOutbox();
  }

  @Test
  void whatIsAddedMeanwhileIsPublishedOnceAndInOrder() {
    var saved = mongo.insert(thing("0"));
    for (int i = 1; i < 20; i++) {
      var outbox = new ArrayList<>(saved.outbox());
      outbox.add(message(Integer.toString(i)));
      saved = mongo.save(new Thing(id, saved.version(), outbox));
    }
    awaitEmptyOutbox();
    var published = PUBLISHED.await(20, message -> message.key().equals(id));
    assertThat(published)
        .extracting(message -> message.body().replaceAll("\\D", ""))
        .containsExactly(
            "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15",
            "16", "17", "18", "19");
  }

  /** Also in a bulk write, which a loser of a race has no part in. */
  @Test
  void whatIsPublishedLeavesWithTheNextSave() {
    var first = mongo.insert(thing("0"));
    PUBLISHED.await("ThingMade", id);
    await().until(() -> relay.isPublished(first.outbox().getFirst().id()));
    var stored = mongo.findById(id, Thing.class);
    var more = new ArrayList<>(first.outbox());
    more.add(message("1"));

    assertThat(bulk.replace(Thing.class, List.of(new Thing(id, stored.version(), more)))).isEmpty();
    assertThat(outboxOf(id)).noneMatch(it -> it.equals(first.outbox().getFirst().id()));
    var late = new Thing(id, stored.version(), List.of(message("never sent")));
    assertThat(bulk.replace(Thing.class, List.of(late)))
        .as("somebody saved it meanwhile")
        .hasSize(1);

    assertThat(PUBLISHED.await(2, message -> message.key().equals(id))).hasSize(2);
    awaitEmptyOutbox();
  }

  @Test
  void ofManyNewOnesThoseWhoseIdIsTakenAreNotStored() {
    mongo.insert(thing("there"));
    var other = new Thing(UUID.randomUUID().toString(), null, List.of(message("new")));
    assertThat(bulk.insert(Thing.class, List.of(thing("again"), other)))
        .extracting(Thing::id)
        .containsExactly(id);
    assertThat(mongo.findById(other.id(), Thing.class).version()).isZero();
    assertThat(PUBLISHED.await(2, message -> message.key().equals(id)))
        .extracting(message -> message.body())
        .containsExactlyInAnyOrder("{\"name\":\"there\"}", "{\"name\":\"new\"}");
  }

  /** A process that saved and died: nobody heard of the document but the database. */
  @Test
  void whatADeadProcessLeftBehindIsFound() {
    var left = new Document();
    mongo.getConverter().write(thing("left"), left);
    left.put("unsent", Date.from(Instant.now().minusSeconds(60)));
    mongo.getCollection("things").insertOne(left);

    assertThat(PUBLISHED.await("ThingMade", id).body()).contains("left");
    awaitEmptyOutbox();
  }

  /** Nobody can say where its partitions are, for which the producer waits. */
  @Test
  void aTopicThatIsAwayHoldsNoOtherUp() {
    var away = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      var lost = messages.message("workshop.nowhere", away, new ThingMade("lost"));
      mongo.insert(new Thing(away + i, null, List.of(lost)));
    }
    mongo.insert(thing("lamp"));
    assertThat(PUBLISHED.await("ThingMade", id).body()).contains("lamp");
  }

  @Test
  void whatCannotBeReadDoesNotHoldUpWhatIsLeftBehindIt() {
    var unreadable = UUID.randomUUID().toString();
    mongo
        .getCollection("things")
        .insertOne(
            new Document("_id", unreadable)
                .append("outbox", List.of("ThingMade"))
                .append("unsent", new Date(1)));

    whatADeadProcessLeftBehindIsFound();

    mongo.getCollection("things").deleteOne(new Document("_id", unreadable));
  }

  /** A document whose outbox is empty: nothing can be published. */
  @Test
  void theAgeOfWhatWaitsIsTold() {
    var stuck = new Document("_id", id).append("unsent", Date.from(Instant.now().minusSeconds(90)));
    mongo.getCollection("things").insertOne(stuck);
    await().untilAsserted(() -> assertThat(oldestAge()).isBetween(90.0, 200.0));

    mongo.getCollection("things").deleteOne(new Document("_id", id));
    await().untilAsserted(() -> assertThat(oldestAge()).isLessThan(90));
  }

  private double oldestAge() {
    return meters
        .get("carelane.outbox.oldest.age")
        .tag("collection", "things")
        .timeGauge()
        .value(TimeUnit.SECONDS);
  }

  private List<String> outboxOf(String thing) {
    var stored = mongo.getCollection("things").find(new Document("_id", thing)).first();
    return stored.getList("outbox", Document.class).stream()
        .map(it -> it.getString("_id"))
        .toList();
  }

  private Thing thing(String name) {
    return new Thing(id, null, List.of(message(name)));
  }

  private OutboxMessage message(String name) {
    return messages.message(Workshop.TOPIC, id, new ThingMade(name));
  }

  private void awaitEmptyOutbox() {
    await()
        .untilAsserted(
            () -> {
              var stored = mongo.getCollection("things").find(new Document("_id", id)).first();
              assertThat(stored.getList("outbox", Document.class)).isEmpty();
              assertThat(stored).doesNotContainKey("unsent");
            });
  }
}
