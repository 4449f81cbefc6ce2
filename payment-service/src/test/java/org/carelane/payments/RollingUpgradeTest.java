package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.carelane.testservers.RecordedMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A newer release runs beside this one, and writes into the same database. */
@PaymentServiceIsRunning
class RollingUpgradeTest {

  @Autowired private MongoTemplate mongo;
  private final RecordedMessages events = RecordedMessages.of("payment.events");
  private MongoCollection<Document> documents;

  @BeforeEach
  void open() {
    documents = mongo.getCollection("payments");
  }

  @AfterEach
  void stopListening() {
    events.close();
  }

  @Test
  void furtherFieldsAreReadOverAndSurviveEverySave() {
    var booking = Booking.with("card_ok").take();
    booking.reply(events, "PaymentCaptured");
    newerReleaseWrites(booking);

    booking.refund();
    booking.reply(events, "PaymentRefunded");

    var payment = find(booking);
    assertThat(payment)
        .containsEntry("risk", new Document("score", 7))
        .containsEntry("labels", List.of("vip"));
    var state = payment.get("state", Document.class);
    assertThat(state).containsEntry("_class", "refunded").doesNotContainKey("fee");
    assertThat(state.get("order", Document.class)).containsEntry("voucher", "SPRING");
    assertThat(payment.getList("history", Document.class))
        .extracting(it -> it.get("status"), it -> it.get("by"))
        .contains(tuple("PENDING", "newer"));
  }

  private void newerReleaseWrites(Booking booking) {
    await().until(() -> find(booking).getList("outbox", Document.class).isEmpty());
    documents.updateOne(
        Filters.eq(booking.id()),
        Updates.combine(
            Updates.set("risk", new Document("score", 7)),
            Updates.set("labels", List.of("vip")),
            Updates.set("state.fee", 12),
            Updates.set("state.order.voucher", "SPRING"),
            Updates.set("history.0.by", "newer")));
  }

  private Document find(Booking booking) {
    return documents.find(Filters.eq(booking.id())).first();
  }
}
