package org.carelane.payments.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carelane.messaging.OutboxMessage;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.PaymentEvent.PaymentRefunded;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Open;
import org.carelane.payments.payment.PaymentState.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The payment of an appointment. All methods are pure. Every input may come twice, late or out of
 * order; a repetition changes nothing, but may be replied to again.
 *
 * @param id the appointment's: it has one payment, and the provider makes one charge per id
 * @param createdAt when the first command came
 * @param history oldest first
 * @param due when the provider is to be asked; {@code null} when nothing is open
 * @param settledAt since when nothing is open; {@code null} while something is
 * @param traceparent W3C trace context of the last command or request
 */
@Document("payments")
@CompoundIndex(name = "newest", def = "{'createdAt': -1, '_id': -1}")
@CompoundIndex(
    name = "newest_of_patient",
    def = "{'state.order.patientId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(name = "newest_in_state", def = "{'state._class': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(name = "by_due", def = "{'due.at': 1}", sparse = true)
@CompoundIndex(name = "by_settlement", def = "{'settledAt': 1}", sparse = true)
public record Payment(
    @Id String id,
    Instant createdAt,
    PaymentState state,
    List<HistoryEntry> history,
    @Nullable NextAttempt due,
    @Nullable Instant settledAt,
    @Nullable String traceparent,
    List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  static Payment begin(String id, PaymentRequest request, Instant now, AttemptProperties attempts) {
    var asked = new HistoryEntry(PaymentStatus.PENDING, now, "payment asked for");
    return new Payment(
        id,
        now,
        new Charging(request),
        List.of(asked),
        attempts.first(now),
        null,
        null,
        List.of(),
        null);
  }

  /** The refund was requested first. The payment is stored as withdrawn and never charged. */
  static Changed withdrawn(String id, RefundRequest refund, Instant now) {
    var entry = new HistoryEntry(PaymentStatus.WITHDRAWN, now, refund.reason());
    var tombstone =
        new Payment(
            id, now, new Withdrawn(refund), List.of(entry), null, now, null, List.of(), null);
    return Changed.to(tombstone).and(PaymentRefunded.nothing(tombstone, refund));
  }

  /** Applies a command where there is no payment yet. */
  static Changed first(PaymentCommand command, Instant now, AttemptProperties attempts) {
    return switch (command) {
      case PaymentCommand.TakePayment take ->
          Changed.to(begin(take.paymentId(), take.request(), now, attempts));
      case PaymentCommand.RefundPayment refund ->
          withdrawn(refund.paymentId(), refund.refund(), now);
    };
  }

  Decision on(PaymentCommand command, Instant now, AttemptProperties attempts) {
    return switch (command) {
      case PaymentCommand.TakePayment take ->
          new ChargeRules(this, now, attempts).take(take.request());
      case PaymentCommand.RefundPayment refund ->
          new RefundRules(this, now, attempts).refund(refund.refund());
    };
  }

  /** Applies the patient's confirmation. */
  Decision confirm(Instant now, AttemptProperties attempts) {
    return new ChargeRules(this, now, attempts).confirm();
  }

  Decision on(ProviderAnswer answer, Instant now, AttemptProperties attempts) {
    return switch (answer) {
      case ProviderAnswer.OfCharge it -> new ChargeRules(this, now, attempts).on(it.answer());
      case ProviderAnswer.OfRefund it ->
          new RefundRules(this, now, attempts).on(it.answer(), it.attempt());
      case ProviderAnswer.None it -> unanswered(it.asked(), now, attempts);
      case ProviderAnswer.NotAsked it -> notAsked(it, now);
    };
  }

  /** Due at once, for any process, unless one has taken it up; the attempt does not count. */
  private Decision notAsked(ProviderAnswer.NotAsked it, Instant now) {
    return due == null || !state.equals(it.state()) || due.attempt() != it.attempt()
        ? new Decision.Unchanged(this)
        : Changed.to(with(state, history, new NextAttempt(it.attempt() - 1, now)));
  }

  /** The provider is asked again later. */
  private Decision unanswered(PaymentState asked, Instant now, AttemptProperties attempts) {
    return due == null || !state.equals(asked)
        ? new Decision.Unchanged(this)
        : new RefundRules(this, now, attempts)
            .reported(later("no answer from the provider", now, attempts));
  }

  /** Reserves the open payment for this process until the lease is over. */
  Payment claimed(Instant now, AttemptProperties attempts) {
    return with(state, history, attempts.next(Objects.requireNonNull(due), now));
  }

  /** Moves to a state in which nothing is open. */
  Changed to(PaymentState next, String detail, Instant now) {
    return to(next, detail, now, null);
  }

  Changed to(PaymentState next, String detail, Instant now, @Nullable NextAttempt nextDue) {
    var entry = new HistoryEntry(next.status(), now, detail);
    return Changed.to(with(next, entry.after(history), nextDue));
  }

  /** Keeps the state; the provider is asked again after the backoff. */
  Changed later(String detail, Instant now, AttemptProperties attempts) {
    return to(state, detail, now, attempts.later(Objects.requireNonNull(due), now));
  }

  /** Whether it was replied that nothing is taken, even if something was found taken later. */
  boolean hasFailed() {
    return history.stream().anyMatch(entry -> entry.status() == PaymentStatus.FAILED);
  }

  /** When the status was first reached: a repeated reply has the time of the first. */
  Instant since(PaymentStatus status) {
    return history.stream()
        .filter(entry -> entry.status() == status)
        .findFirst()
        .orElse(history.getFirst())
        .at();
  }

  /**
   * Whether this change needs a call to the provider now, before it is due.
   *
   * @param before {@code null} when there was no payment
   */
  boolean isOpenSince(@Nullable Payment before) {
    return state instanceof Open && (before == null || !state.equals(before.state));
  }

  public boolean isOf(String patientId) {
    return state.requested().filter(it -> it.patientId().equals(patientId)).isPresent();
  }

  Payment within(@Nullable String trace) {
    return new Payment(id, createdAt, state, history, due, settledAt, trace, outbox, version);
  }

  Payment sending(List<OutboxMessage> messages) {
    var all = new ArrayList<>(outbox);
    all.addAll(messages);
    return new Payment(
        id, createdAt, state, history, due, settledAt, traceparent, List.copyOf(all), version);
  }

  private Payment with(
      PaymentState next, List<HistoryEntry> entries, @Nullable NextAttempt nextDue) {
    var settled = nextDue == null ? entries.getLast().at() : null;
    return new Payment(
        id, createdAt, next, entries, nextDue, settled, traceparent, outbox, version);
  }
}
