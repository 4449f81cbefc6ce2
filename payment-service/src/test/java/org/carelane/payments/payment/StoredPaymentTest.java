package org.carelane.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.carelane.payments.PaymentServiceIsRunning;
import org.carelane.rest.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** While two releases run, each reads what the other wrote: names of fields and states stay. */
@PaymentServiceIsRunning
class StoredPaymentTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  private static final PaymentRequest REQUEST =
      new PaymentRequest("TakePayment:a", "patient", 8500, "EUR", "card_ok", NOW.plusSeconds(120));
  private static final RefundRequest REFUND = new RefundRequest("RefundPayment:a", "SLOT_LOST");

  @Autowired private MongoOperations mongo;

  @Test
  void everyStateIsWrittenAndReadUnderTheNamesOfOldDocuments() {
    var states =
        List.of(
            new PaymentState.Charging(REQUEST),
            new PaymentState.AwaitingConfirmation(REQUEST),
            new PaymentState.Confirming(REQUEST),
            new PaymentState.Withdrawing(REQUEST, REFUND),
            new PaymentState.Withdrawn(REFUND),
            new PaymentState.Failed(REQUEST, FailureReason.DECLINED),
            new PaymentState.Captured(REQUEST),
            new PaymentState.Refunding(REQUEST, REFUND, 2),
            new PaymentState.RefundRefused(REQUEST, REFUND, 2),
            new PaymentState.Refunded(REQUEST));
    assertThat(states.stream().<Class<?>>map(PaymentState::getClass))
        .containsExactlyInAnyOrder(PaymentState.all());
    assertThat(states)
        .allSatisfy(it -> assertThat(PaymentState.of(it.status())).isEqualTo(it.getClass()))
        .allSatisfy(this::assertStored);
  }

  private void assertStored(PaymentState state) {
    var payment = payment(state);
    var document = new Document();
    mongo.getConverter().write(payment, document);

    assertThat(document).isEqualTo(old(payment));
    assertThat(mongo.getConverter().read(Payment.class, document)).isEqualTo(payment);
  }

  /** As the first release wrote it. */
  private static Document old(Payment payment) {
    return new Document("_id", payment.id())
        .append("createdAt", Date.from(NOW))
        .append("state", old(payment.state()))
        .append(
            "history",
            List.of(
                new Document("status", "PENDING")
                    .append("at", Date.from(NOW))
                    .append("detail", "payment asked for")))
        .append("due", new Document("attempt", 1).append("at", Date.from(NOW)))
        .append("traceparent", "t")
        .append("outbox", List.of())
        .append("version", 3L)
        .append("_class", Payment.class.getName());
  }

  private static Document old(PaymentState state) {
    var order =
        new Document("commandId", "TakePayment:a")
            .append("patientId", "patient")
            .append("amountMinor", 8500L)
            .append("currency", "EUR")
            .append("paymentMethod", "card_ok")
            .append("expiresAt", Date.from(NOW.plusSeconds(120)));
    var refund = new Document("commandId", "RefundPayment:a").append("reason", "SLOT_LOST");
    var ordered = new Document("order", order);
    return switch (state) {
      case PaymentState.Charging _ -> ordered.append("_class", "charging");
      case PaymentState.AwaitingConfirmation _ -> ordered.append("_class", "awaiting-confirmation");
      case PaymentState.Confirming _ -> ordered.append("_class", "confirming");
      case PaymentState.Withdrawing _ ->
          ordered.append("refund", refund).append("_class", "withdrawing");
      case PaymentState.Withdrawn _ -> new Document("refund", refund).append("_class", "withdrawn");
      case PaymentState.Failed _ -> ordered.append("reason", "DECLINED").append("_class", "failed");
      case PaymentState.Captured _ -> ordered.append("_class", "captured");
      case PaymentState.Refunding _ ->
          ordered.append("refund", refund).append("attempt", 2).append("_class", "refunding");
      case PaymentState.RefundRefused _ ->
          ordered.append("refund", refund).append("attempt", 2).append("_class", "refund-refused");
      case PaymentState.Refunded _ -> ordered.append("_class", "refunded");
    };
  }

  private static Payment payment(PaymentState state) {
    var history = List.of(new HistoryEntry(PaymentStatus.PENDING, NOW, "payment asked for"));
    var due = new NextAttempt(1, NOW);
    return new Payment(Ids.next(), NOW, state, history, due, null, "t", List.of(), 3L);
  }
}
