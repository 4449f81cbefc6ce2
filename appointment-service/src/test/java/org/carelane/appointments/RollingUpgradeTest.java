package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.carelane.rest.Ids;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A newer release runs beside this one, and writes into the same database. */
@AppointmentServiceIsRunning
class RollingUpgradeTest {

  @LocalServerPort private int port;
  @Autowired private TravellingClock clock;
  @Autowired private MongoTemplate mongo;
  private MongoCollection<Document> documents;
  private Clinic clinic;
  private Saga saga;

  @BeforeEach
  void begin() {
    documents = mongo.getCollection("appointments");
    clinic = Clinic.openTomorrow(port);
    saga = Saga.begin(clinic, Ids.next(), clinic.freeSlots().getFirst()).asked("TakePayment");
  }

  @AfterEach
  void returnToThePresent() {
    clock.returnHome();
  }

  @Test
  void furtherFieldsAreReadOverAndSurviveEverySave() {
    newerReleaseWrites(
        Updates.combine(
            Updates.set("priority", "HIGH"),
            Updates.set("appointment.interpreter", new Document("language", "tr")),
            Updates.set("appointment.steps.0.by", "newer"),
            Updates.set("progress.since", "2027-03-15T09:00:00Z")));
    var split = saga.slot().lastIndexOf('_');
    var day = Filters.eq(saga.slot().substring(0, split));
    var claim = "slots." + saga.slot().substring(split + 1) + ".claim";
    var days = mongo.getCollection("days");
    days.updateOne(day, Updates.set(claim + ".by", "newer"));

    saga.paymentSays("PaymentCaptured")
        .asked("SendConfirmation")
        .notificationSays("ConfirmationDelivered")
        .is("CONFIRMED");

    var booking = find();
    assertThat(booking).containsEntry("priority", "HIGH");
    var appointment = booking.get("appointment", Document.class);
    assertThat(appointment).containsEntry("interpreter", new Document("language", "tr"));
    assertThat(appointment.getList("steps", Document.class))
        .extracting(it -> it.get("by"))
        .contains("newer");
    assertThat(booking.get("progress", Document.class))
        .as("of a state that has passed")
        .doesNotContainKey("since");
    assertThat(days.find(day).first().getEmbedded(List.of(claim.split("[.]")), Document.class))
        .containsEntry("by", "newer")
        .doesNotContainKey("until");
  }

  @Test
  void aSagaInAStateOfTheNewerReleaseIsLeftToIt() {
    var before = find().get("progress");
    newerReleaseWrites(
        Updates.combine(
            Updates.set("format", 2), Updates.set("progress._class", "awaiting-approval")));
    var left = find();
    clock.travel(Duration.ofMinutes(5)); // beyond its deadline

    try (var parked = RecordedMessages.of("payment.events.dlt")) {
      saga.paymentSays("PaymentCaptured");
      var patient = clinic.asPatient(saga.patient());
      assertThat(saga.seen().text("status")).as("the appointment can be read").isEqualTo("PENDING");
      assertThat(patient.get("/api/v1/appointments").each("id")).contains(saga.id());
      var refused = patient.post(saga.path() + "/cancel");
      assertThat(refused.refused()).isEqualTo("503 service-unavailable");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      var another = Clinic.openTomorrow(port);
      Saga.begin(another, Ids.next(), another.freeSlots().getFirst()).confirmed();
      assertThat(find()).as("left alone").isEqualTo(left);
      assertThat(parked.soFar(message -> saga.id().equals(message.key()))).isEmpty();
    }

    clock.returnHome();
    newerReleaseWrites(Updates.combine(Updates.unset("format"), Updates.set("progress", before)));
    saga.asked("SendConfirmation").notificationSays("ConfirmationDelivered").is("CONFIRMED");
  }

  private void newerReleaseWrites(Bson change) {
    await().until(() -> find().getList("outbox", Document.class).isEmpty());
    assertThat(documents.updateOne(Filters.eq(saga.id()), change).getModifiedCount()).isOne();
  }

  private Document find() {
    return documents.find(Filters.eq(saga.id())).first();
  }
}
