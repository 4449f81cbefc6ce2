package org.carelane.payments.payment.kafka;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.carelane.payments.payment.PaymentCommand;
import org.carelane.payments.payment.PaymentRequest;

/** The fields used of the command on {@code payment.commands}. */
record TakePayment(
    String commandId,
    String appointmentId,
    String patientId,
    @JsonProperty(required = true) long amountMinor,
    String currency,
    String paymentMethod,
    Instant expiresAt) {

  TakePayment {
    requireNonNull(commandId, "commandId");
    requireNonNull(appointmentId, "appointmentId");
    requireNonNull(patientId, "patientId");
    requireNonNull(currency, "currency");
    requireNonNull(paymentMethod, "paymentMethod");
    requireNonNull(expiresAt, "expiresAt");
    if (amountMinor < 0) {
      throw new IllegalArgumentException("amountMinor is negative");
    }
  }

  PaymentCommand command() {
    return new PaymentCommand.TakePayment(
        appointmentId,
        new PaymentRequest(commandId, patientId, amountMinor, currency, paymentMethod, expiresAt));
  }
}
