package org.carelane.payments.payment.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.carelane.messaging.UnreadableMessage;
import org.carelane.payments.payment.PaymentCommand;
import org.carelane.payments.payment.PaymentRequest;
import org.carelane.payments.payment.RefundRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PaymentCommandsContractTest {

  private static final String ID = "01a40096-8b6c-7d37-b875-ad2991f4970f";

  @Test
  void takePaymentIsUnderstood() {
    assertThat(example("TakePayment").as(TakePayment.class).command())
        .isEqualTo(
            new PaymentCommand.TakePayment(
                ID,
                new PaymentRequest(
                    "TakePayment:" + ID,
                    "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c",
                    8500,
                    "EUR",
                    "card_ok",
                    Instant.parse("2027-03-01T10:17:30.412Z"))));
  }

  @Test
  void refundPaymentIsUnderstood() {
    assertThat(example("RefundPayment").as(RefundPayment.class).command())
        .isEqualTo(
            new PaymentCommand.RefundPayment(
                ID, new RefundRequest("RefundPayment:" + ID, "CANCELLED_BY_PATIENT")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commandId",
        "appointmentId",
        "patientId",
        "amountMinor",
        "currency",
        "paymentMethod",
        "expiresAt"
      })
  void takePaymentWithSomethingMissingIsUnreadable(String field) {
    assertUnreadable("TakePayment", TakePayment.class, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commandId", "appointmentId", "reason"})
  void refundPaymentWithSomethingMissingIsUnreadable(String field) {
    assertUnreadable("RefundPayment", RefundPayment.class, field);
  }

  private static void assertUnreadable(String type, Class<? extends Record> payload, String field) {
    var json = (ObjectNode) JsonMapper.shared().readTree(example(type).body());
    json.remove(field);
    var incomplete = new Message("m1", type + ".v1", ID, json.toString(), null);
    assertThatThrownBy(() -> incomplete.as(payload)).isInstanceOf(UnreadableMessage.class);
  }

  private static Message example(String type) {
    var body = Contract.of("payment.commands", type).example();
    return new Message("m1", type + ".v1", ID, body, null);
  }
}
