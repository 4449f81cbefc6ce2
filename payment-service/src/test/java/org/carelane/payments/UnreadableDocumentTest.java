package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document that nobody can read stops only what is about itself. */
@PaymentServiceIsRunning
class UnreadableDocumentTest {

  private static final String UNREADABLE = "500 internal-error";

  @LocalServerPort private int port;
  @Autowired private MongoTemplate mongo;
  @Autowired private MeterRegistry meters;
  private final RecordedMessages events = RecordedMessages.of("payment.events");
  private final List<String> broken = new ArrayList<>();

  @AfterEach
  void leaveNothingBehind() {
    events.close();
    mongo.getCollection("payments").deleteMany(Filters.in("_id", broken));
    mongo.getCollection("sandbox_ledger").deleteMany(Filters.in("paymentId", broken));
  }

  @Test
  void aPaymentIsLeftOutOfListsDueWorkAndBatches() {
    var bad = captured(Ids.next());
    var good = captured(bad.patient());
    breakUp("payments", bad, Updates.set("state._class", "on-hold"));
    breakUp("payments", bad, Updates.set("due", new org.bson.Document("at", new Date(1))));

    try (var parked = RecordedMessages.of("payment.commands.dlt")) {
      bad.refund();
      good.refund();
      good.reply(events, "PaymentRefunded");
      parked.await(message -> bad.id().equals(message.key()));
    }
    Booking.with("card_unreachable").take().reply(events, "PaymentCaptured");
    var api = Api.at(port).as(bad.token());
    assertThat(api.get("/api/v1/payments").each("id")).containsExactly(good.id());
    assertThat(api.get("/api/v1/payments?limit=1").each("id")).containsExactly(good.id());
    assertThat(api.get(bad.path()).refused()).isEqualTo(UNREADABLE);
  }

  @Test
  void anEntryOfTheLedgerIsLeftOutOfItsListsAndSums() {
    var bad = captured(Ids.next());
    var good = captured(Ids.next());
    breakUp("sandbox_ledger", bad, Updates.set("kind", "GIFT"));

    var admin = Api.at(port).as(TestTokens.admin("admin"));
    var ledger = "/api/v1/sandbox/ledger?paymentId=";
    assertThat(admin.get(ledger + good.id()).each("kind")).containsExactly("CAPTURE");
    assertThat(admin.get(ledger + bad.id()).each("kind")).isEmpty();
    assertThat(admin.get("/api/v1/sandbox/ledger?limit=1").body().path("totals").isArray())
        .isTrue();
  }

  /** Another, of another currency, is compared after it. */
  @Test
  void aPaymentIsNotTakenForMissingInTheBooks() {
    var bad = captured(Ids.next());
    breakUp("payments", bad, Updates.set("state._class", "on-hold"));
    var ledger = mongo.getCollection("sandbox_ledger");
    ledger.updateOne(Filters.eq("paymentId", bad.id()), Updates.set("currency", "BGN"));
    var missing = captured(Ids.next());
    breakUp("payments", missing, Updates.set("format", 1));
    ledger.updateOne(Filters.eq("paymentId", missing.id()), Updates.set("currency", "ALL"));
    mongo.getCollection("payments").deleteOne(Filters.eq(missing.id()));

    await().until(() -> difference("ALL") > 0);
    assertThat(difference("BGN")).isZero();
  }

  private double difference(String currency) {
    var gauge = meters.find("carelane.ledger.difference").tag("currency", currency).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  private Booking captured(String patient) {
    var some = Booking.with("card_ok");
    var booking = new Booking(some.id(), patient, some.card(), some.expiresAt()).take();
    booking.reply(events, "PaymentCaptured");
    return booking;
  }

  private void breakUp(String collection, Booking booking, Bson change) {
    broken.add(booking.id());
    var which =
        collection.equals("payments")
            ? Filters.eq(booking.id())
            : Filters.eq("paymentId", booking.id());
    assertThat(mongo.getCollection(collection).updateOne(which, change).getModifiedCount()).isOne();
  }
}
