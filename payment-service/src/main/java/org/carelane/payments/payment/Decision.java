package org.carelane.payments.payment;

import java.util.ArrayList;
import java.util.List;

/** What a payment makes of something that happened. */
public sealed interface Decision {

  Payment payment();

  /**
   * To be saved together with its replies, and nothing else to be done about the input.
   *
   * @param events in the order in which they are to be published; replies may be the only change
   */
  record Changed(Payment payment, List<PaymentEvent> events) implements Decision {

    Changed and(PaymentEvent event) {
      var all = new ArrayList<>(events);
      all.add(event);
      return new Changed(payment, List.copyOf(all));
    }
  }

  /** It was so already, or the input comes too late to matter. */
  record Unchanged(Payment payment) implements Decision {}

  record Refused(Payment payment, Refusal why) implements Decision {}

  /** What a caller can be told. */
  enum Refusal {
    NOTHING_TO_CONFIRM,
    CONFIRMATION_EXPIRED
  }
}
