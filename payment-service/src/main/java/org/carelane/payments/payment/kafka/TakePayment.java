package org.carelane.payments.payment.kafka;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.carelane.payments.payment.Order;

/** What this service uses of the command on {@code payment.commands}. */
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

  Order order() {
    return new Order(commandId, patientId, amountMinor, currency, paymentMethod, expiresAt);
  }
}
