package org.carelane.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.Ids;
import org.carelane.testservers.RecordedMessage;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An appointment, a patient and a doctor whom no other test knows, and what is said of them. */
public record Visit(String appointment, String patient, String doctor, String address) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public static Visit ofPatientAt(String domain) {
    var patient = Ids.next();
    return new Visit(Ids.next(), patient, Ids.next(), patient + "@" + domain);
  }

  public static Visit ofReachablePatient() {
    return ofPatientAt("example.com");
  }

  public Visit another() {
    return new Visit(Ids.next(), patient, doctor, address);
  }

  public String patientToken() {
    return TestTokens.patient(patient);
  }

  public String doctorToken() {
    return TestTokens.doctor(doctor);
  }

  /** Its address is verified. */
  public Visit withAccount() {
    accountRegistered(address, Instant.parse("2027-02-20T18:04:11.250Z"));
    awaitAccountEventsHandled();
    return this;
  }

  public void accountRegistered(String email, Instant at) {
    accountRegistered(email, true, at);
  }

  public void accountRegistered(String email, boolean verified, Instant at) {
    var event = example("account.events", "AccountRegistered");
    event.put("emailVerified", verified);
    event.put("accountId", patient).put("email", email).put("occurredAt", at.toString());
    say("account.events", patient, "AccountRegistered", event);
  }

  public void accountUpdated(String email, Instant at) {
    var event = example("account.events", "AccountUpdated");
    event.put("accountId", patient).put("email", email).put("occurredAt", at.toString());
    say("account.events", patient, "AccountUpdated", event);
  }

  public void sendConfirmation() {
    say("notification.commands", appointment, "SendConfirmation", confirmation());
  }

  public void sendConfirmation(String traceparent) {
    var command = JSON.writeValueAsString(confirmation());
    var record = new ProducerRecord<>("notification.commands", appointment, command);
    Map.of(
            "type",
            "SendConfirmation",
            "version",
            "1",
            "messageId",
            Ids.next(),
            "traceparent",
            traceparent)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    TestMessages.send(record);
  }

  private ObjectNode confirmation() {
    var command = example("notification.commands", "SendConfirmation");
    return concerning(command.put("commandId", confirmationCommand()));
  }

  /**
   * Waits until the service has handled what was said of this account before: it handles messages
   * of a key in order, and this one puts a message on the dead letters.
   */
  public void awaitAccountEventsHandled() {
    var marker = Ids.next();
    TestMessages.send("account.events", patient, "AccountUpdated", "not JSON", marker);
    try (var parked = RecordedMessages.of("account.events.dlt")) {
      parked.await(message -> marker.equals(message.messageId()));
    }
  }

  public void sendCancellation() {
    var command = example("notification.commands", "SendCancellation");
    command.put("commandId", "SendCancellation:" + appointment);
    say("notification.commands", appointment, "SendCancellation", concerning(command));
  }

  public void confirmed(Instant at) {
    confirmedBehind(this, at);
  }

  /** Handled after all that was said of the other visit before. */
  public void confirmedBehind(Visit other, Instant at) {
    var event = example("appointment.events", "AppointmentConfirmed");
    event.put("occurredAt", at.toString());
    say("appointment.events", other.appointment, "AppointmentConfirmed", concerning(event));
  }

  public void cancelled(Instant at) {
    var event = example("appointment.events", "AppointmentCancelled");
    event.put("occurredAt", at.toString());
    say("appointment.events", appointment, "AppointmentCancelled", concerning(event));
  }

  public String confirmationCommand() {
    return "SendConfirmation:" + appointment;
  }

  /** Waits for that many replies to the confirmation. */
  public List<RecordedMessage> replies(int count) {
    try (var events = RecordedMessages.of("notification.events")) {
      return events.await(count, message -> appointment.equals(message.key()));
    }
  }

  public RecordedMessage reply() {
    return replies(1).getFirst();
  }

  private ObjectNode concerning(ObjectNode message) {
    if (message.has("doctorAccountId")) {
      message.put("doctorAccountId", doctor);
    }
    return message
        .put("appointmentId", appointment)
        .put("patientId", patient)
        .put("doctorId", doctor);
  }

  private static ObjectNode example(String topic, String type) {
    return (ObjectNode) JSON.readTree(Contract.of(topic, type).example());
  }

  private static void say(String topic, String key, String type, ObjectNode message) {
    TestMessages.send(topic, key, type, JSON.writeValueAsString(message));
  }
}
