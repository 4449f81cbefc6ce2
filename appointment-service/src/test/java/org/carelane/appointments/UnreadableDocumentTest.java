package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Date;
import org.bson.conversions.Bson;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A document that nobody can read stops only what is about itself. */
@AppointmentServiceIsRunning
class UnreadableDocumentTest {

  private static final String UNREADABLE = "500 internal-error";

  @LocalServerPort private int port;
  @Autowired private TravellingClock clock;
  @Autowired private MongoTemplate mongo;
  @Autowired private MeterRegistry meters;
  private Clinic clinic;
  private String patient;

  @BeforeEach
  void begin() {
    clinic = Clinic.openTomorrow(port);
    patient = Ids.next();
  }

  @AfterEach
  void returnToThePresent() {
    clock.returnHome();
  }

  @Test
  void aBookingIsLeftOutOfListsDeadlinesAndBatches() {
    var slots = clinic.freeSlots();
    var broken = Saga.begin(clinic, patient, slots.get(0)).asked("TakePayment");
    var other = Saga.begin(clinic, patient, slots.get(1)).asked("TakePayment");
    var overdue = Saga.begin(clinic, patient, slots.get(2)).asked("TakePayment");
    write("appointments", broken.id(), Updates.set("appointment.mode", "HOLOGRAM"));
    write("appointments", broken.id(), Updates.set("deadline", new Date(1)));

    try (var parked = RecordedMessages.of("payment.events.dlt")) {
      broken.paymentSays("PaymentCaptured");
      other.confirmed();
      parked.await(message -> broken.id().equals(message.key()));
    }
    assertThat(clinic.asPatient(patient).get("/api/v1/appointments").each("id"))
        .contains(other.id(), overdue.id())
        .doesNotContain(broken.id());
    assertThat(broken.seen().refused()).isEqualTo(UNREADABLE);
    assertThat(clinic.asPatient(patient).post(broken.path() + "/cancel").refused())
        .isEqualTo(UNREADABLE);
    assertThat(
            Clinic.admin(clinic.api()).get("/api/v1/admin/sagas?limit=100").each("appointmentId"))
        .doesNotContain(broken.id());
    clock.travel(Duration.ofMinutes(5));
    overdue.asked("RefundPayment").paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(
            meters
                .get("carelane.documents.unreadable")
                .tag("collection", "appointments")
                .counter()
                .count())
        .isPositive();

    clock.returnHome();
    write("appointments", broken.id(), Updates.set("appointment.mode", "VIDEO"));
    broken.asked("RefundPayment").paymentSays("PaymentRefunded").is("CANCELLED");
  }

  @Test
  void aDayOfADoctorDoesNotHideTheOthers() {
    var second = Clinic.TOMORROW.plusDays(1);
    assertThat(clinic.open(second, second, "09:00", "10:00", 30).status()).isEqualTo(200);
    var free = clinic.slots() + "?from=" + Clinic.TOMORROW + "&to=" + second;
    var slot = clinic.freeSlots().getFirst();
    var split = slot.lastIndexOf('_');
    write("days", slot.substring(0, split), Updates.set("slots." + slot.substring(split + 1), 9));

    assertThat(clinic.api().get(free).each("id"))
        .hasSize(2)
        .allMatch(id -> id.contains(second.toString()));
    assertThat(clinic.open(Clinic.TOMORROW, Clinic.TOMORROW, "18:00", "19:00", 30).refused())
        .as("nothing is written over what cannot be read")
        .isEqualTo(UNREADABLE);
  }

  @Test
  void aDoctorDoesNotHideTheOthers() {
    var mark = Ids.next();
    var others = new Clinic[] {Clinic.closed(port), Clinic.closed(port)};
    for (var each : new Clinic[] {clinic, others[0], others[1]}) {
      write("doctors", each.doctor(), Updates.set("location", mark));
    }
    write("doctors", clinic.doctor(), Updates.set("fee", "much"));
    write("doctors", clinic.doctor(), Updates.set("specialization", 7));

    var api = Api.at(port);
    assertThat(api.get("/api/v1/doctors?q=" + mark).each("id"))
        .containsExactlyInAnyOrder(others[0].doctor(), others[1].doctor());
    var page = api.get("/api/v1/doctors?limit=1&q=" + mark);
    assertThat(page.each("id")).as("a page is full").hasSize(1);
    assertThat(page.nextCursor()).isNotNull();
    assertThat(api.get("/api/v1/doctors/" + clinic.doctor()).refused()).isEqualTo(UNREADABLE);
    assertThat(api.get("/api/v1/specializations").status()).isEqualTo(200);
  }

  private void write(String collection, String id, Bson change) {
    var written = mongo.getCollection(collection).updateOne(Filters.eq(id), change);
    assertThat(written.getModifiedCount()).isOne();
  }
}
