package org.carelane.payments.payment.kafka;

import static java.util.Objects.requireNonNull;

import org.carelane.payments.payment.PaymentCommand;
import org.carelane.payments.payment.RefundRequest;

/** The fields used of the command on {@code payment.commands}. */
record RefundPayment(String commandId, String appointmentId, String reason) {

  RefundPayment {
    requireNonNull(commandId, "commandId");
    requireNonNull(appointmentId, "appointmentId");
    requireNonNull(reason, "reason");
  }

  PaymentCommand command() {
    return new PaymentCommand.RefundPayment(appointmentId, new RefundRequest(commandId, reason));
  }
}
