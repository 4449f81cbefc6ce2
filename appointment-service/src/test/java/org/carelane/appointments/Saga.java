package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One booking, seen from outside: what it asks for, and what it is told. */
record Saga(Clinic clinic, String patient, String slot, String id) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final RecordedMessages PAYMENTS = RecordedMessages.of("payment.commands");
  private static final RecordedMessages NOTIFICATIONS =
      RecordedMessages.of("notification.commands");
  private static final RecordedMessages EVENTS = RecordedMessages.of("appointment.events");

  static Saga begin(Clinic clinic, String patient, String slot) {
    var reply = clinic.book(patient, slot);
    assertThat(reply.status()).as(reply.raw()).isEqualTo(202);
    return new Saga(clinic, patient, slot, reply.text("id"));
  }

  Saga asked(String type) {
    var asked = (type.endsWith("Payment") ? PAYMENTS : NOTIFICATIONS).await(type, id);
    var topic = type.endsWith("Payment") ? "payment.commands" : "notification.commands";
    Contract.of(topic, type).assertValid(asked.body());
    assertThat(JSON.readTree(asked.body()).path("commandId").asString()).isEqualTo(type + ":" + id);
    return this;
  }

  void asked(int times, String type) {
    PAYMENTS.await(times, it -> it.type().equals(type) && it.key().equals(id));
  }

  long timesAsked(String type) {
    return PAYMENTS.soFar(it -> it.type().equals(type) && it.key().equals(id)).size();
  }

  Saga told(String event) {
    toldBody(event);
    return this;
  }

  String toldBody(String event) {
    var body = EVENTS.await(event, id).body();
    Contract.of("appointment.events", event).assertValid(body);
    return body;
  }

  Saga paymentSays(String type) {
    return answer("payment.events", type, null);
  }

  Saga paymentSays(String type, String reason) {
    return answer("payment.events", type, reason);
  }

  Saga notificationSays(String type) {
    return answer("notification.events", type, null);
  }

  Saga notificationSays(String type, String reason) {
    return answer("notification.events", type, reason);
  }

  /** The contract's own example, for this appointment. */
  private Saga answer(String topic, String type, String reason) {
    var message = (ObjectNode) JSON.readTree(Contract.of(topic, type).example());
    var command = message.path("commandId").asString().split(":")[0];
    message.put("commandId", command + ":" + id).put("appointmentId", id);
    if (reason != null) {
      message.put("reason", reason);
    }
    var body = JSON.writeValueAsString(message);
    Contract.of(topic, type).assertValid(body);
    TestMessages.send(topic, id, type, body);
    return this;
  }

  /** All that this booking was told before has been handled: messages of a key stay in order. */
  Saga answersAreRead() {
    awaitRead("payment.events", "PaymentCaptured");
    awaitRead("notification.events", "ConfirmationDelivered");
    return this;
  }

  private void awaitRead(String topic, String type) {
    var marker = Ids.next();
    TestMessages.send(topic, id, type, "not JSON", marker);
    try (var parked = RecordedMessages.of(topic + ".dlt")) {
      parked.await(message -> marker.equals(message.messageId()));
    }
  }

  Reply seen() {
    return clinic.asPatient(patient).get(path());
  }

  String path() {
    return "/api/v1/appointments/" + id;
  }

  Saga cancelledByPatient() {
    assertThat(clinic.asPatient(patient).post(path() + "/cancel").status()).isEqualTo(202);
    return this;
  }

  Saga is(String status) {
    await().untilAsserted(() -> assertThat(seen().text("status")).isEqualTo(status));
    return this;
  }

  List<String> steps() {
    return seen()
        .body()
        .path("steps")
        .valueStream()
        .map(it -> it.path("step").asString() + " " + it.path("outcome").asString())
        .toList();
  }

  Saga confirmed() {
    return asked("TakePayment")
        .paymentSays("PaymentCaptured")
        .asked("SendConfirmation")
        .notificationSays("ConfirmationDelivered")
        .is("CONFIRMED");
  }

  String token() {
    return TestTokens.patient(patient);
  }
}
