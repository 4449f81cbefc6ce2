package org.carelane.chat;

import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.carelane.chat.conversation.ConversationId;
import org.carelane.contracttesting.Contract;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A doctor and a patient whom no other test knows. */
record Pair(String doctor, String patient) {

  static Pair strangers() {
    return new Pair(Ids.next(), Ids.next());
  }

  static Pair withConversation(Api api) {
    var pair = strangers();
    pair.confirmAppointment();
    pair.awaitConversation(api);
    return pair;
  }

  String conversation() {
    return ConversationId.between(doctor, patient).toString();
  }

  String path() {
    return "/api/v1/conversations/" + conversation();
  }

  String doctorToken() {
    return TestTokens.doctor(doctor);
  }

  String patientToken() {
    return TestTokens.patient(patient);
  }

  Reply say(Api member, String text) {
    return member.post(path() + "/messages", Map.of("text", text));
  }

  void confirmAppointment() {
    var appointmentId = Ids.next();
    TestMessages.send(
        "appointment.events",
        appointmentId,
        "AppointmentConfirmed",
        confirmation(appointmentId, "Dr. Lena Brandt", Instant.now()));
  }

  String confirmation(String appointmentId, String doctorName, Instant at) {
    var json = JsonMapper.shared();
    var example = Contract.of("appointment.events", "AppointmentConfirmed").example();
    var event = (ObjectNode) json.readTree(example);
    event.put("appointmentId", appointmentId);
    event.put("doctorId", doctor);
    event.put("doctorAccountId", doctor);
    event.put("doctorName", doctorName);
    event.put("patientId", patient);
    event.put("occurredAt", at.toString());
    return json.writeValueAsString(event);
  }

  void awaitConversation(Api api) {
    await("conversation").until(() -> api.as(doctorToken()).get(path()).status() == 200);
  }
}
