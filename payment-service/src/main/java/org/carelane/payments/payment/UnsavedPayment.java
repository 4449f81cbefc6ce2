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
 * A payment that a command has opened and that is saved only after the provider was asked. If the
 * process dies before that, the command is delivered again and opens it again: the provider is
 * asked under the same idempotency key.
 *
 * @param opened new, or as it was found and changed by the command
 */
record UnsavedPayment(PaymentCommand command, Payment opened) {

  /**
   * Only what begins a charge or a refund: nobody else asks about such a payment. Where a charge is
   * open, its withdrawal is saved first, so that the answer to another's call meets it.
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
   * What is to be saved.
   *
   * @param answer {@code null} when there is none yet
   */
  Changed with(@Nullable ProviderAnswer answer, Instant now, AttemptProperties attempts) {
    var changed = Changed.to(opened);
    return answer == null ? changed : changed.then(it -> it.on(answer, now, attempts));
  }

  /** The same where somebody else has saved the payment meanwhile. */
  Decision onto(
      Payment other, @Nullable ProviderAnswer answer, Instant now, AttemptProperties attempts) {
    return other
        .on(command, now, attempts)
        .then(it -> answer == null ? new Unchanged(it) : it.on(answer, now, attempts));
  }
}
