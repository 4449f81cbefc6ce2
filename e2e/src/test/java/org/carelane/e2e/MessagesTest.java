package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that come twice, late, out of order, or make no sense. */
class MessagesTest {

  private static final List<String> TOPICS =
      List.of(
          "payment.commands",
          "payment.events",
          "notification.commands",
          "notification.events",
          "appointment.events");
  private static final String DEAD_LETTERED = "carelane_messages_dead_lettered_total";

  private static final Api ADMIN = People.admin().api();

  private final Person patient = People.patient();
  private final Clinic clinic = Clinic.open();
  private final List<String> slots = clinic.freeSlots();

  @Test
  void everythingSaidAgainInAnotherOrderChangesNothing() {
    var confirmed = Booking.of(patient, slots.get(0), "card_ok").awaitStatus("CONFIRMED");
    var declined = Booking.of(patient, slots.get(1), "card_declined").awaitStatus("CANCELLED");
    var cancelled = Booking.of(patient, slots.get(2), "card_ok").awaitStatus("CONFIRMED");
    cancelled.cancelledBy(patient);
    cancelled.awaitStatus("CANCELLED");
    var bookings = List.of(confirmed, declined, cancelled);
    await("two confirmations and two cancellations in the inbox")
        .atMost(Booking.PATIENCE)
        .until(() -> items("/api/v1/notifications").size() == 4);
    Mails.await(patient.email(), "Cancelled");
    Broker.awaitEverythingRead();
    var mails = Mails.subjectsTo(patient.email());
    var inbox = items("/api/v1/notifications");
    assertThat(items("/api/v1/conversations")).hasSize(1);

    var said = saidOf(bookings);
    assertThat(said).hasSizeGreaterThan(15);
    Collections.reverse(said);
    Broker.repeat(said);
    Broker.awaitEverythingRead();
    Broker.awaitEverythingRead(); // the answers too

    assertThat(bookings)
        .extracting(Booking::status)
        .containsExactly("CONFIRMED", "CANCELLED", "CANCELLED");
    Ledger.assertSettled(bookings);
    assertThat(clinic.freeSlots())
        .contains(slots.get(1), slots.get(2))
        .doesNotContain(slots.get(0));
    assertThat(Mails.subjectsTo(patient.email())).containsExactlyInAnyOrderElementsOf(mails);
    assertThat(items("/api/v1/notifications")).containsExactlyInAnyOrderElementsOf(inbox);
    assertThat(items("/api/v1/conversations")).hasSize(1);
  }

  @Test
  void aRefundThatOvertakesItsPaymentKeepsItFromBeingTaken() {
    var id = UUID.randomUUID().toString();
    Broker.say(
        "payment.commands",
        id,
        "RefundPayment",
        """
        {"commandId":"RefundPayment:%1$s","appointmentId":"%1$s","reason":"CANCELLED_BY_PATIENT"}
        """
            .formatted(id));
    Broker.say(
        "payment.commands",
        id,
        "TakePayment",
        """
        {"commandId":"TakePayment:%1$s","appointmentId":"%1$s","patientId":"%2$s",
         "amountMinor":8500,"currency":"EUR","paymentMethod":"card_ok","expiresAt":"%3$s"}
        """
            .formatted(id, patient.id(), Instant.now().plusSeconds(60)));
    await("the payment's refusal")
        .atMost(Booking.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(patient.api().get("/api/v1/payments/" + id).text("status"))
                    .isEqualTo("FAILED"));
    assertThat(Ledger.now().captured()).doesNotContainKey(id);
  }

  @ParameterizedTest
  @CsvSource({
    "payment.commands, TakePayment, payment-service",
    "payment.events, PaymentCaptured, appointment-service",
    "notification.commands, SendConfirmation, notification-service",
    "appointment.events, AppointmentConfirmed, chat-service"
  })
  void poisonIsParkedCountedAndShownAndHoldsNobodyUp(String topic, String type, String reader) {
    var key = UUID.randomUUID().toString();
    Broker.say(topic, key, type, "{\"not\": \"what it says it is\"");
    await("poison in the dead letters of " + topic)
        .until(() -> Broker.records(topic + ".dlt").stream().anyMatch(it -> key.equals(it.key())));
    await("poison counted by " + reader)
        .until(() -> Metrics.sum(reader, DEAD_LETTERED, "topic=\"" + topic + "\"") >= 1);
    settlesAfterSendingAgain(reader, topic, key);
    Booking.of(patient, slots.getFirst(), "card_ok").awaitStatus("CONFIRMED");
  }

  /** Through the gateway: it is parked anew, since nobody has mended it, and then dismissed. */
  private static void settlesAfterSendingAgain(String reader, String topic, String key) {
    var letters = "/api/v1/admin/dead-letters/" + reader;
    var first = awaitOpen(letters, topic, key, -1);
    var path = letters + "/" + topic + "/";
    assertThat(ADMIN.post(path + first + "/send-again").text("state")).isEqualTo("SENT_AGAIN");
    var second = awaitOpen(letters, topic, key, first);
    assertThat(ADMIN.post(path + second + "/dismiss").text("state")).isEqualTo("DISMISSED");
    assertThat(ADMIN.get(letters + "?topic=" + topic).each("key")).doesNotContain(key);
    assertThat(ADMIN.get(letters + "?state=SETTLED&topic=" + topic).each("settledBy"))
        .contains(People.admin().id());
  }

  private static long awaitOpen(String letters, String topic, String key, long behind) {
    return await("dead letter of " + key)
        .until(
            () ->
                ADMIN
                    .get(letters + "?topic=" + topic)
                    .body()
                    .path("items")
                    .valueStream()
                    .filter(it -> key.equals(it.path("key").asString()))
                    .mapToLong(it -> it.path("offset").asLong())
                    .filter(it -> it > behind)
                    .findFirst(),
            it -> it.isPresent())
        .getAsLong();
  }

  private static List<ConsumerRecord<String, String>> saidOf(List<Booking> bookings) {
    var ids = bookings.stream().map(Booking::id).toList();
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    for (var topic : TOPICS) {
      Broker.records(topic).stream().filter(it -> ids.contains(it.key())).forEach(found::add);
    }
    return found;
  }

  private List<String> items(String path) {
    return patient.api().get(path).each("id");
  }
}
