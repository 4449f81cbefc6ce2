package org.carelane.payments.payment;

import java.time.Instant;
import java.util.Optional;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.Decision.Unchanged;
import org.carelane.payments.payment.PaymentCommand.RefundPayment;
import org.carelane.payments.payment.PaymentCommand.TakePayment;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.RefundRefused;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a command changed and that is saved only after the provider was asked. If the
 * process dies before that, the command is delivered again, and the provider is asked again under
 * the same idempotency key.
 *
 * @param opened the payment after the command, new or changed
 */
record UnsavedPayment(PaymentCommand command, Payment opened) {

  /**
   * Only for a command that begins a charge or a refund: no other call about the payment is under
   * way then. While a charge is open, a refund is saved first, so that the open call's answer is
   * applied after it.
   *
   * @param found {@code null} when there is no payment yet
   */
  static Optional<UnsavedPayment> of(
      PaymentCommand command, @Nullable Payment found, Instant now, AttemptProperties attempts) {
    boolean isPossible =
        switch (command) {
          case TakePayment _ -> found == null;
          case RefundPayment _ ->
              found != null
                  && (found.state() instanceof Captured || found.state() instanceof RefundRefused);
        };
    return isPossible
        ? Optional.of(new UnsavedPayment(command, open(command, found, now, attempts)))
        : Optional.empty();
  }

  private static Payment open(
      PaymentCommand command, @Nullable Payment found, Instant now, AttemptProperties attempts) {
    return found == null
        ? Payment.first(command, now, attempts).payment()
        : found.on(command, now, attempts).payment();
  }

  /**
   * The payment to save.
   *
   * @param answer {@code null} when there is none yet
   */
  Changed with(@Nullable ProviderAnswer answer, Instant now, AttemptProperties attempts) {
    var changed = Changed.to(opened);
    return answer == null ? changed : changed.then(it -> it.on(answer, now, attempts));
  }

  /** The same for the payment that another process has saved meanwhile. */
  Decision onto(
      Payment other, @Nullable ProviderAnswer answer, Instant now, AttemptProperties attempts) {
    return other
        .on(command, now, attempts)
        .then(it -> answer == null ? new Unchanged(it) : it.on(answer, now, attempts));
  }
}
