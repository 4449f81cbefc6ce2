package org.carelane.payments.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.Traces;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.provider.ChargeAnswer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Loads a payment, lets it decide, saves it, and calls the provider if a charge or refund is open.
 */
@Service
public class PaymentProcess {

  private static final Logger log = LoggerFactory.getLogger(PaymentProcess.class);

  private final Payments payments;
  private final PaymentMessages messages;
  private final ProviderCalls calls;
  private final PaymentMetrics metrics;
  private final AttemptProperties attempts;
  private final Traces traces;
  private final Clock clock;

  PaymentProcess(
      Payments payments,
      PaymentMessages messages,
      ProviderCalls calls,
      PaymentMetrics metrics,
      AttemptProperties attempts,
      Traces traces,
      Clock clock) {
    this.payments = payments;
    this.messages = messages;
    this.calls = calls;
    this.metrics = metrics;
    this.attempts = attempts;
    this.traces = traces;
    this.clock = clock;
  }

  /** Returns when the payment is saved, without waiting for the provider. */
  void handle(PaymentCommand command) {
    CompareAndSet.repeat(
        () ->
            payments
                .find(command.paymentId())
                .map(found -> save(found, found.on(command, now(), attempts)))
                .orElseGet(() -> save(null, Payment.first(command, now(), attempts))));
  }

  /** The patient's confirmation; empty when there is no such payment of that patient. */
  public Optional<Decision> confirm(String id, String patientId) {
    return CompareAndSet.repeat(
        () ->
            payments
                .find(id)
                .filter(found -> found.isOf(patientId))
                .map(found -> save(found, found.confirm(now(), attempts))));
  }

  /**
   * Gives back what the provider's books say was captured for a payment that failed. Changes
   * nothing if that is known already.
   */
  public void foundCaptured(String id) {
    var found = new ProviderAnswer.OfCharge(new ChargeAnswer.Captured());
    change(id, payment -> payment.on(found, now(), attempts));
  }

  /** Resumes an open payment that is due, unless another process just did. */
  void resume(Payment due) {
    ask(payments.save(due.claimed(now(), attempts)));
  }

  private void ask(Payment open) {
    follow(open, calls.ask(open));
  }

  /** Applies the answer when it comes. If that fails, the payment is resumed when it is due. */
  void follow(Payment open, CompletableFuture<ProviderAnswer> call) {
    call.thenAccept(
        answer ->
            traces.within(
                open.traceparent(),
                () -> {
                  try {
                    change(open.id(), payment -> payment.on(answer, now(), attempts));
                  } catch (RuntimeException e) {
                    log.warn("Payment {} is left for later: {}", open.id(), e.toString());
                  }
                }));
  }

  Decision change(String id, Function<Payment, Decision> input) {
    return CompareAndSet.repeat(
        () -> {
          var found = payments.find(id).orElseThrow();
          return save(found, input.apply(found));
        });
  }

  private Decision save(@Nullable Payment before, Decision decision) {
    if (!(decision instanceof Changed changed)) {
      return decision;
    }
    var saved = payments.save(messages.addTo(changed).within(traces.current()));
    if (before != null) {
      note(before, saved);
    }
    if (saved.isOpenSince(before)) {
      ask(saved);
    }
    return new Changed(saved, changed.events());
  }

  /** Counts and logs the change. */
  void note(Payment before, Payment saved) {
    metrics.moved(before, saved);
    if (saved.state().status() != before.state().status()) {
      log.info("Payment {}: {} → {}", saved.id(), before.state().status(), saved.state().status());
    }
  }

  Instant now() {
    return clock.instant();
  }
}
