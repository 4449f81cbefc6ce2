package org.carelane.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.carelane.e2e.People.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a newer release says and writes while this one still runs beside it. */
class RollingUpgradeTest {

  /** Every message that somebody reads. */
  private static final Map<String, List<String>> READ =
      Map.of(
          "payment.commands", List.of("TakePayment", "RefundPayment"),
          "payment.events",
              List.of(
                  "PaymentCaptured", "PaymentRequiresAction", "PaymentFailed", "PaymentRefunded"),
          "notification.commands", List.of("SendConfirmation", "SendCancellation"),
          "notification.events", List.of("ConfirmationDelivered", "ConfirmationUndeliverable"),
          "appointment.events", List.of("AppointmentConfirmed", "AppointmentCancelled"),
          "account.events", List.of("AccountRegistered", "AccountUpdated"),
          "doctor.events", List.of("DoctorAccountSet"),
          "chat.events", List.of("MessageSent"));

  private final MongoClient mongo = MongoClients.create(RunningFleet.fleet().mongodbUri());
  private final Person patient = People.patient();
  private final Clinic clinic = Clinic.open();
  private final List<String> slots = clinic.freeSlots();

  @AfterEach
  void disconnect() {
    mongo.close();
  }

  @Test
  void aNewVersionOfEveryMessageIsLetPassAndTheOldIsRead() {
    var before = Booking.of(patient, slots.get(0), "card_ok");
    sayAllInVersion2(before.id());
    var after = Booking.of(patient, slots.get(1), "card_ok");
    sayAllInVersion2(after.id());

    before.awaitStatus("CONFIRMED");
    after.awaitStatus("CONFIRMED");
    Broker.awaitEverythingRead();

    Ledger.assertSettled(List.of(before, after));
    for (var topic : READ.keySet()) {
      assertThat(Broker.records(topic + ".dlt"))
          .as(topic)
          .noneMatch(it -> List.of(before.id(), after.id()).contains(it.key()));
    }
  }

  @Test
  void furtherFieldsInEveryDocumentDisturbNobody() {
    var booking = Booking.of(patient, slots.get(2), "card_ok").awaitStatus("CONFIRMED");
    var further =
        Updates.combine(Updates.set("priority", "HIGH"), Updates.set("labels", List.of(1)));
    change("appointments", "appointments", booking.id(), further);
    change("appointments", "appointments", booking.id(), Updates.set("appointment.room", "4b"));
    change("payments", "payments", booking.id(), further);

    assertThat(patient.api().get("/api/v1/payments/" + booking.id()).text("status"))
        .isEqualTo("CAPTURED");
    assertThat(booking.cancelledBy(patient).status()).isEqualTo(202);
    booking.awaitStatus("CANCELLED");
    Ledger.assertSettled(List.of(booking));
    for (var database : List.of("appointments", "payments")) {
      assertThat(collection(database, database).find(Filters.eq(booking.id())).first())
          .as(database)
          .containsEntry("priority", "HIGH")
          .containsEntry("labels", List.of(1));
    }
    assertThat(find(booking).get("appointment", Document.class)).containsEntry("room", "4b");
  }

  /** The patient's consent is awaited when the newer release takes the saga over. */
  @Test
  void aSagaInANewStateIsLeftToTheNewerReleaseAndNothingIsLost() {
    var booking = Booking.of(patient, slots.get(3), "card_requires_action");
    booking.awaitStep("TAKE_PAYMENT ACTION_REQUIRED");
    var progress = find(booking).get("progress");
    change(
        "appointments",
        "appointments",
        booking.id(),
        Updates.combine(
            Updates.set("format", 2),
            Updates.set("progress._class", "awaiting-approval"),
            Updates.set("deadline", Date.from(Instant.now().minusSeconds(1)))));
    var left = find(booking);

    var consent = patient.api().post("/api/v1/payments/" + booking.id() + "/confirm");
    assertThat(consent.status()).as(consent.raw()).isLessThan(300);
    await("the payment")
        .atMost(Booking.PATIENCE)
        .until(
            () ->
                patient
                    .api()
                    .get("/api/v1/payments/" + booking.id())
                    .text("status")
                    .equals("CAPTURED"));
    Booking.of(patient, slots.get(4), "card_ok").awaitStatus("CONFIRMED");
    assertThat(find(booking)).as("left alone").isEqualTo(left);
    assertThat(booking.status()).isEqualTo("PENDING");
    assertThat(booking.cancelledBy(patient).refused()).isEqualTo("503 service-unavailable");

    change(
        "appointments",
        "appointments",
        booking.id(),
        Updates.combine(
            Updates.unset("format"),
            Updates.set("progress", progress),
            Updates.set("deadline", Date.from(Instant.now().plusSeconds(60)))));
    booking.awaitStatus("CONFIRMED");
    Ledger.assertSettled(List.of(booking));
    assertThat(Broker.records("payment.events.dlt")).noneMatch(it -> booking.id().equals(it.key()));
  }

  private Document find(Booking booking) {
    return collection("appointments", "appointments").find(Filters.eq(booking.id())).first();
  }

  private void change(String database, String collection, String id, Bson change) {
    var found = collection(database, collection);
    await("messages of " + id + " to be sent")
        .atMost(Booking.PATIENCE)
        .until(
            () -> found.find(Filters.eq(id)).first().getList("outbox", Document.class).isEmpty());
    assertThat(found.updateOne(Filters.eq(id), change).getModifiedCount()).isOne();
  }

  private MongoCollection<Document> collection(String database, String name) {
    return mongo.getDatabase(database).getCollection(name);
  }

  /** With a body that no reader of version 1 could understand. */
  private static void sayAllInVersion2(String key) {
    List<ProducerRecord<String, String>> messages = new ArrayList<>();
    READ.forEach(
        (topic, types) ->
            types.forEach(
                type -> {
                  var message = new ProducerRecord<>(topic, key, "{\"booking\":{\"id\":42}}");
                  message.headers().add("type", type.getBytes(UTF_8));
                  message.headers().add("version", "2".getBytes(UTF_8));
                  message.headers().add("messageId", (type + ".v2:" + key).getBytes(UTF_8));
                  messages.add(message);
                }));
    Broker.say(messages);
  }
}
