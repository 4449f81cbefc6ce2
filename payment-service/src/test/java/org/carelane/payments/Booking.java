package org.carelane.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.carelane.rest.Ids;
import org.carelane.testservers.RecordedMessage;
import org.carelane.testservers.RecordedMessages;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays appointment-service for one appointment: sends its commands and reads the replies. */
public record Booking(String id, String patient, String card, Instant expiresAt) {

  public static final long FEE = 8500;
  private static final JsonMapper JSON = JsonMapper.shared();

  public static Booking with(String card) {
    return with(card, Duration.ofMinutes(2));
  }

  public static Booking with(String card, Duration hold) {
    var expiresAt = Instant.now().plus(hold).truncatedTo(ChronoUnit.MILLIS);
    return new Booking(Ids.next(), Ids.next(), card, expiresAt);
  }

  public Booking take() {
    return send("TakePayment", takePayment());
  }

  /** Takes the payment as part of a trace. */
  public Booking takeIn(String traceparent) {
    var json = JSON.writeValueAsString(takePayment());
    var message = new ProducerRecord<>("payment.commands", id, json);
    var headers = Map.of("type", "TakePayment", "version", "1", "messageId", Ids.next());
    headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
    message.headers().add("traceparent", traceparent.getBytes(UTF_8));
    TestMessages.send(message);
    return this;
  }

  private Map<String, Object> takePayment() {
    return Map.of(
        "commandId", "TakePayment:" + id,
        "appointmentId", id,
        "patientId", patient,
        "amountMinor", FEE,
        "currency", "EUR",
        "paymentMethod", card,
        "expiresAt", expiresAt.toString());
  }

  public Booking refund() {
    var command =
        Map.of(
            "commandId",
            "RefundPayment:" + id,
            "appointmentId",
            id,
            "reason",
            "CANCELLED_BY_PATIENT");
    return send("RefundPayment", command);
  }

  private Booking send(String type, Object command) {
    TestMessages.send("payment.commands", id, type, JSON.writeValueAsString(command));
    return this;
  }

  public JsonNode reply(RecordedMessages events, String type) {
    return replies(events, type, 1).body(0);
  }

  public Replies replies(RecordedMessages events, String type, int count) {
    return new Replies(events.await(count, it -> it.is(type, id)).toArray(RecordedMessage[]::new));
  }

  /** What was said so far, by type and in order. */
  public String[] said(RecordedMessages events) {
    return events.soFar(it -> id.equals(it.key())).stream()
        .map(RecordedMessage::type)
        .toArray(String[]::new);
  }

  public String path() {
    return "/api/v1/payments/" + id;
  }

  public String token() {
    return TestTokens.patient(patient);
  }

  /** Replies of one type. */
  public record Replies(RecordedMessage... messages) {
    public JsonNode body(int index) {
      return JSON.readTree(messages[index].body());
    }
  }
}
