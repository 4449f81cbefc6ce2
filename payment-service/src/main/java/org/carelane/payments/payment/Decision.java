package org.carelane.payments.payment;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a payment makes of something that happened. */
public sealed interface Decision {

  Payment payment();

  /** What the payment then makes of the next thing that happens. */
  Decision then(Function<Payment, Decision> next);

  /**
   * To be saved together with its replies, and nothing else to be done about the input.
   *
   * @param events in the order in which they are to be published; replies may be the only change
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

  /** It was so already, or the input comes too late to matter. */
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

  /** What a caller can be told. */
  enum Refusal {
    NOTHING_TO_CONFIRM,
    CONFIRMATION_EXPIRED
  }
}
