package org.carelane.payments.payment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.payments.payment.Decision.Changed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Loads payments, lets them decide, saves them, and has the provider called. */
@Service
public class PaymentProcess implements BatchHandler<PaymentCommand> {

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

  /** A command about which the provider is being asked. */
  private record Asked(
      Received<PaymentCommand> received,
      UnsavedPayment unsaved,
      CompletableFuture<ProviderAnswer> call) {}

  /**
   * @param answer {@code null} when there was none in time
   */
  private record Saving(Asked asked, @Nullable ProviderAnswer answer, Payment payment) {}

  /** Begins charges and refunds side by side, and saves what came of them with one command each. */
  @Override
  public List<Received<PaymentCommand>> handleAll(List<Received<PaymentCommand>> batch) {
    var found = find(batch);
    var seen = new HashSet<String>();
    var asked = new ArrayList<Asked>();
    var left = new ArrayList<Received<PaymentCommand>>();
    for (var received : batch) {
      var command = received.content();
      boolean isFirst = seen.add(command.paymentId());
      UnsavedPayment.of(command, found.get(command.paymentId()), now(), attempts)
          .filter(_ -> isFirst)
          .ifPresentOrElse(it -> asked.add(ask(received, it)), () -> left.add(received));
    }
    ProviderCalls.await(asked.stream().map(Asked::call).toList(), attempts.answerWithin());
    saveAll(asked.stream().map(this::apply).toList());
    return left;
  }

  private Map<String, Payment> find(List<Received<PaymentCommand>> batch) {
    var ids = batch.stream().map(it -> it.content().paymentId()).distinct().toList();
    return payments.find(ids).stream().collect(toMap(Payment::id, identity()));
  }

  private Asked ask(Received<PaymentCommand> received, UnsavedPayment unsaved) {
    var opened = unsaved.opened().within(received.message().traceparent());
    return new Asked(received, unsaved, calls.ask(opened, now()));
  }

  private Saving apply(Asked asked) {
    var answer = asked.call().getNow(null);
    return traces.handling(
        asked.received().message(),
        () -> {
          var changed = asked.unsaved().with(answer, now(), attempts);
          return new Saving(asked, answer, messages.addTo(changed).within(traces.current()));
        });
  }

  private void saveAll(List<Saving> savings) {
    var lost = payments.saveAll(savings.stream().map(Saving::payment).toList());
    for (var saving : savings) {
      var payment = saving.payment();
      if (lost.contains(payment)) {
        saveOntoAnothers(saving);
      } else {
        note(saving.asked().unsaved().opened(), payment);
      }
      if (saving.answer() == null) {
        follow(payment, saving.asked().call());
      }
    }
  }

  private void saveOntoAnothers(Saving saving) {
    var unsaved = saving.asked().unsaved();
    traces.handling(
        saving.asked().received().message(),
        () ->
            change(
                saving.payment().id(),
                other -> unsaved.onto(other, saving.answer(), now(), attempts)));
  }

  /** Saves first and has the provider asked meanwhile. */
  @Override
  public void handle(PaymentCommand command) {
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

  /** Takes up an open payment that is due, unless somebody else just did. */
  void resume(Payment due) {
    ask(payments.save(due.claimed(now(), attempts)));
  }

  private void ask(Payment open) {
    follow(open, calls.ask(open, now()));
  }

  /** Applies the answer when it comes. If that fails, the payment is due again. */
  private void follow(Payment open, CompletableFuture<ProviderAnswer> call) {
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

  private Decision change(String id, Function<Payment, Decision> input) {
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

  private void note(Payment before, Payment saved) {
    metrics.moved(before, saved);
    if (saved.state().status() != before.state().status()) {
      log.info("Payment {}: {} → {}", saved.id(), before.state().status(), saved.state().status());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
