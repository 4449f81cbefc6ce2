package org.carelane.payments.payment;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The result of an input to a payment. */
public sealed interface Decision {

  Payment payment();

  /** Applies the next input to the resulting payment. */
  Decision then(Function<Payment, Decision> next);

  /**
   * The payment is to be saved, together with its replies.
   *
   * @param events the replies, in the order of publication; they may be the only change
   */
  record Changed(Payment payment, List<PaymentEvent> events) implements Decision {

    static Changed to(Payment payment) {
      return new Changed(payment, List.of());
    }

    Changed and(PaymentEvent... more) {
      return new Changed(payment, Stream.concat(events.stream(), Stream.of(more)).toList());
    }

    @Override
    public Changed then(Function<Payment, Decision> next) {
      return next.apply(payment) instanceof Changed changed
          ? new Changed(
              changed.payment(), Stream.concat(events.stream(), changed.events().stream()).toList())
          : this;
    }
  }

  /** Nothing to save: the input was applied before, or comes too late. */
  record Unchanged(Payment payment) implements Decision {
    @Override
    public Decision then(Function<Payment, Decision> next) {
      return next.apply(payment);
    }
  }

  record Refused(Payment payment, Refusal why) implements Decision {
    @Override
    public Decision then(Function<Payment, Decision> next) {
      return next.apply(payment);
    }
  }

  /** Why a confirmation is refused. */
  enum Refusal {
    NOTHING_TO_CONFIRM,
    CONFIRMATION_EXPIRED
  }
}
