package org.carelane.payments.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.Traces;
import org.carelane.payments.payment.Decision.Changed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Loads a payment, lets it decide, saves it, and sends the cashier to the provider. */
@Service
public class PaymentProcess {

  private static final Logger log = LoggerFactory.getLogger(PaymentProcess.class);

  private final Payments payments;
  private final Cashier cashier;
  private final PaymentMetrics metrics;
  private final AttemptProperties attempts;
  private final Traces traces;
  private final Clock clock;

  PaymentProcess(
      Payments payments,
      Cashier cashier,
      PaymentMetrics metrics,
      AttemptProperties attempts,
      Traces traces,
      Clock clock) {
    this.payments = payments;
    this.cashier = cashier;
    this.metrics = metrics;
    this.attempts = attempts;
    this.traces = traces;
    this.clock = clock;
  }

  /** Returns when the order is saved; the money is taken meanwhile. */
  public void take(String id, Order order) {
    try {
      var begun = Payment.begin(id, order, now(), attempts).within(traces.current());
      send(payments.add(begun));
    } catch (DuplicateKeyException e) {
      change(id, payment -> payment.take(order, now()));
    }
  }

  /** Returns when the wish is saved; also for a payment that is yet to be asked for. */
  public void refund(String id, RefundOrder refund) {
    CompareAndSet.repeat(
        () ->
            payments
                .find(id)
                .map(found -> save(found, found.refund(refund, now(), attempts)))
                .orElseGet(
                    () -> payments.add(payments.sending(Payment.withdrawn(id, refund, now())))));
  }

  /** The patient's confirmation; empty when there is no such payment of that patient. */
  public Optional<Decision> confirm(String id, String patientId) {
    return decide(
        id,
        payment ->
            payment.isOf(patientId)
                ? Optional.of(payment.confirm(now(), attempts))
                : Optional.empty());
  }

  private Optional<Decision> decide(String id, Function<Payment, Optional<Decision>> input) {
    return CompareAndSet.repeat(
        () ->
            payments
                .find(id)
                .flatMap(
                    found ->
                        input
                            .apply(found)
                            .map(
                                decision ->
                                    decision instanceof Changed changed
                                        ? new Changed(save(found, changed), changed.events())
                                        : decision)));
  }

  /** Takes up an open payment that is due, unless somebody else just did. */
  void resume(Payment due) {
    send(payments.save(due.claimed(now(), attempts)));
  }

  private void send(Payment open) {
    cashier.ask(open, now(), finding -> settle(open, finding));
  }

  /** Nearly always the payment is still what it was when the provider was asked. */
  private void settle(Payment asked, Finding finding) {
    try {
      save(asked, finding.applyTo(asked, now(), attempts));
    } catch (OptimisticLockingFailureException e) {
      change(asked.id(), payment -> finding.applyTo(payment, now(), attempts));
    }
  }

  private void change(String id, Function<Payment, Decision> input) {
    CompareAndSet.repeat(
        () -> {
          var found = payments.find(id).orElseThrow();
          return save(found, input.apply(found));
        });
  }

  private Payment save(Payment before, Decision decision) {
    if (!(decision instanceof Changed changed)) {
      return before;
    }
    var saved = payments.save(payments.sending(changed).within(traces.current()));
    metrics.moved(before, saved);
    if (saved.state().status() != before.state().status()) {
      log.info("Payment {}: {} → {}", saved.id(), before.state().status(), saved.state().status());
    }
    if (saved.isOpenSince(before)) {
      send(saved);
    }
    return saved;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
