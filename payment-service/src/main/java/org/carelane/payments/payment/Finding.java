package org.carelane.payments.payment;

import java.time.Instant;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.RefundAnswer;

/** What the cashier brings back from the provider. */
sealed interface Finding {

  Decision applyTo(Payment payment, Instant now, AttemptProperties attempts);

  record OfCharge(ChargeAnswer answer) implements Finding {
    @Override
    public Decision applyTo(Payment payment, Instant now, AttemptProperties attempts) {
      return payment.on(answer, now, attempts);
    }
  }

  record OfRefund(RefundAnswer answer, int attempt) implements Finding {
    @Override
    public Decision applyTo(Payment payment, Instant now, AttemptProperties attempts) {
      return payment.on(answer, attempt, now, attempts);
    }
  }

  /** Nothing, about a payment in that state. */
  record Nothing(PaymentState asked) implements Finding {
    @Override
    public Decision applyTo(Payment payment, Instant now, AttemptProperties attempts) {
      return payment.unanswered(asked, now, attempts);
    }
  }
}
