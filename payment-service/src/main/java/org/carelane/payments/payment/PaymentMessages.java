package org.carelane.payments.payment;

import org.carelane.messaging.Messages;
import org.carelane.payments.payment.Decision.Changed;
import org.springframework.stereotype.Component;

/** Makes outbox messages of a change's replies. */
@Component
class PaymentMessages {

  static final String EVENTS = "payment.events";

  private final Messages messages;

  PaymentMessages(Messages messages) {
    this.messages = messages;
  }

  /** The payment with its replies in the outbox, ready to be saved. */
  Payment addTo(Changed changed) {
    var payment = changed.payment();
    return payment.sending(
        changed.events().stream()
            .map(event -> messages.message(EVENTS, payment.id(), (Record) event))
            .toList());
  }
}
