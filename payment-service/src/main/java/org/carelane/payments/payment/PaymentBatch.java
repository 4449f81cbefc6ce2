package org.carelane.payments.payment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Handles many commands at once. Those that begin a charge or a refund call the provider
 * concurrently, and are saved once, with the outcome. Others are handled one by one.
 */
@Service
public class PaymentBatch implements BatchHandler<PaymentCommand> {

  private final PaymentProcess process;
  private final Payments payments;
  private final PaymentMessages messages;
  private final ProviderCalls calls;
  private final AttemptProperties attempts;
  private final Traces traces;

  PaymentBatch(
      PaymentProcess process,
      Payments payments,
      PaymentMessages messages,
      ProviderCalls calls,
      AttemptProperties attempts,
      Traces traces) {
    this.process = process;
    this.payments = payments;
    this.messages = messages;
    this.calls = calls;
    this.attempts = attempts;
    this.traces = traces;
  }

  /** A command about which the provider is being asked. */
  private record Asked(
      Received<PaymentCommand> received,
      UnsavedPayment unsaved,
      CompletableFuture<ProviderAnswer> call) {}

  /**
   * @param answer {@code null} when there was none in time
   */
  private record Outcome(Asked asked, @Nullable ProviderAnswer answer, Payment payment) {}

  @Override
  public void handle(PaymentCommand command) {
    process.handle(command);
  }

  @Override
  public List<Received<PaymentCommand>> handleAll(List<Received<PaymentCommand>> batch) {
    var found = find(batch);
    var seen = new HashSet<String>();
    var asked = new ArrayList<Asked>();
    var left = new ArrayList<Received<PaymentCommand>>();
    for (var received : batch) {
      var command = received.content();
      boolean isFirst = seen.add(command.paymentId());
      UnsavedPayment.of(command, found.get(command.paymentId()), process.now(), attempts)
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
    var opened = received.within(() -> unsaved.opened().within(traces.current()));
    return new Asked(received, unsaved, calls.ask(opened));
  }

  private Outcome apply(Asked asked) {
    var answer = asked.call().getNow(null);
    return asked
        .received()
        .within(
            () -> {
              var changed = asked.unsaved().with(answer, process.now(), attempts);
              return new Outcome(asked, answer, messages.addTo(changed).within(traces.current()));
            });
  }

  private void saveAll(List<Outcome> outcomes) {
    var lost = payments.saveAll(outcomes.stream().map(Outcome::payment).toList());
    for (var outcome : outcomes) {
      if (lost.contains(outcome.payment())) {
        saveOntoAnothers(outcome);
      } else {
        outcome
            .asked()
            .received()
            .within(() -> process.note(outcome.asked().unsaved().opened(), outcome.payment()));
      }
      if (outcome.answer() == null) {
        process.follow(outcome.payment(), outcome.asked().call());
      }
    }
  }

  private void saveOntoAnothers(Outcome outcome) {
    var unsaved = outcome.asked().unsaved();
    outcome
        .asked()
        .received()
        .within(
            () ->
                process.change(
                    outcome.payment().id(),
                    other -> unsaved.onto(other, outcome.answer(), process.now(), attempts)));
  }
}
