package org.carelane.payments.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.carelane.messaging.OutboxMessage;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.Decision.Refusal;
import org.carelane.payments.payment.Decision.Refused;
import org.carelane.payments.payment.Decision.Unchanged;
import org.carelane.payments.payment.PaymentState.AwaitingConfirmation;
import org.carelane.payments.payment.PaymentState.Captured;
import org.carelane.payments.payment.PaymentState.Charging;
import org.carelane.payments.payment.PaymentState.Confirming;
import org.carelane.payments.payment.PaymentState.Failed;
import org.carelane.payments.payment.PaymentState.Open;
import org.carelane.payments.payment.PaymentState.RefundRefused;
import org.carelane.payments.payment.PaymentState.Refunded;
import org.carelane.payments.payment.PaymentState.Refunding;
import org.carelane.payments.payment.PaymentState.Withdrawing;
import org.carelane.payments.payment.PaymentState.Withdrawn;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.RefundAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The payment of an appointment. Pure: every input may come twice, late or out of order, and the
 * second time changes nothing but may be answered again.
 *
 * @param id of the appointment: it has one payment, and the provider one charge by this key
 * @param createdAt when it was first asked for, or withdrawn
 * @param history every step, oldest first
 * @param due when the provider is to be asked; {@code null} when nothing is open
 * @param settledAt since when nothing is open; {@code null} while something is
 * @param traceparent of the request that was the last to want something
 */
@Document("payments")
@CompoundIndex(name = "newest", def = "{'createdAt': -1, '_id': -1}")
@CompoundIndex(
    name = "newest_of_patient",
    def = "{'state.order.patientId': 1, 'createdAt': -1, '_id': -1}")
@CompoundIndex(name = "by_due", def = "{'due.at': 1}", sparse = true)
@CompoundIndex(name = "by_settlement", def = "{'settledAt': 1}", sparse = true)
public record Payment(
    @Id String id,
    Instant createdAt,
    PaymentState state,
    List<Step> history,
    @Nullable Due due,
    @Nullable Instant settledAt,
    @Nullable String traceparent,
    List<OutboxMessage> outbox,
    @Version @Nullable Long version) {

  static Payment begin(String id, Order order, Instant now, AttemptProperties attempts) {
    var asked = new Step(PaymentStatus.PENDING, now, "payment asked for");
    return new Payment(
        id,
        now,
        new Charging(order),
        List.of(asked),
        attempts.first(now),
        null,
        null,
        List.of(),
        null);
  }

  /** The refund came first: a tombstone that keeps the payment from ever being taken. */
  static Changed withdrawn(String id, RefundOrder refund, Instant now) {
    var step = new Step(PaymentStatus.WITHDRAWN, now, refund.reason());
    var tombstone =
        new Payment(
            id, now, new Withdrawn(refund), List.of(step), null, now, null, List.of(), null);
    return tombstone.changed().and(Replies.nothingRefunded(tombstone, refund));
  }

  /** The command to take the payment, for a payment that exists already. */
  Decision take(Order order, Instant now) {
    return switch (state) {
      case Withdrawn _ -> {
        var failed = new Failed(order, FailureReason.WITHDRAWN);
        var changed = to(failed, "not taken: the refund was asked for before", now);
        yield changed.and(Replies.failed(changed.payment(), failed));
      }
      case Charging _, Confirming _, Withdrawing _ -> new Unchanged(this);
      case AwaitingConfirmation awaiting ->
          changed().and(Replies.requiresAction(this, awaiting.order()));
      case Failed failed -> changed().and(Replies.failed(this, failed));
      case Captured s -> changed().and(Replies.captured(this, s.order()));
      case Refunding s -> changed().and(Replies.captured(this, s.order()));
      case RefundRefused s -> changed().and(Replies.captured(this, s.order()));
      case Refunded s -> changed().and(Replies.captured(this, s.order()));
    };
  }

  /** The command to give back whatever was, or still will be, captured. */
  Decision refund(RefundOrder refund, Instant now, AttemptProperties attempts) {
    return switch (state) {
      case Withdrawn _, Failed _ -> changed().and(Replies.nothingRefunded(this, refund));
      case Charging s -> withdraw(s.order(), refund, now, attempts);
      case AwaitingConfirmation s -> withdraw(s.order(), refund, now, attempts);
      case Confirming s -> withdraw(s.order(), refund, now, attempts);
      case Withdrawing _ -> new Unchanged(this);
      case Captured s -> giveBack(s.order(), refund, 1, now, attempts);
      case Refunding s ->
          s.refund().commandId() != null
              ? new Unchanged(this)
              : to(new Refunding(s.order(), refund, s.attempt()), refund.reason(), now, due);
      case RefundRefused s -> giveBack(s.order(), refund, s.attempt() + 1, now, attempts);
      case Refunded s -> changed().and(Replies.refunded(this, s.order(), refund));
    };
  }

  /** The patient agrees. */
  Decision confirm(Instant now, AttemptProperties attempts) {
    return switch (state) {
      case AwaitingConfirmation s when now.isBefore(s.order().expiresAt()) ->
          to(new Confirming(s.order()), "confirmed by the patient", now, attempts.first(now));
      case AwaitingConfirmation _ -> new Refused(this, Refusal.CONFIRMATION_EXPIRED);
      case Confirming _, Captured _ -> new Unchanged(this);
      case Withdrawn _,
          Charging _,
          Withdrawing _,
          Failed _,
          Refunding _,
          RefundRefused _,
          Refunded _ ->
          new Refused(this, Refusal.NOTHING_TO_CONFIRM);
    };
  }

  /** Somebody takes up what is open: nobody else does until the lease is over. */
  Payment claimed(Instant now, AttemptProperties attempts) {
    return with(state, history, attempts.next(Objects.requireNonNull(due), now));
  }

  /** What the provider says about the charge. */
  Decision on(ChargeAnswer answer, Instant now, AttemptProperties attempts) {
    return switch (state) {
      case Charging s ->
          switch (answer) {
            case ChargeAnswer.Captured _ -> capture(s.order(), now);
            case ChargeAnswer.Declined _ -> fail(s.order(), FailureReason.DECLINED, now);
            case ChargeAnswer.Cancelled _ ->
                fail(s.order(), FailureReason.PROVIDER_UNAVAILABLE, now);
            case ChargeAnswer.RequiresAction _ -> awaitConfirmation(s.order(), now);
            case ChargeAnswer.Pending pending -> wait(pending, now, attempts);
          };
      case AwaitingConfirmation s ->
          isSettled(answer) || !now.isBefore(s.order().expiresAt())
              ? onUnconfirmed(s.order(), answer, now, attempts)
              : new Unchanged(this);
      case Confirming s -> onUnconfirmed(s.order(), answer, now, attempts);
      case Withdrawing s ->
          switch (answer) {
            case ChargeAnswer.Captured _ -> capturedLate(s, now, attempts);
            case ChargeAnswer.Declined _ -> failUnwanted(s, FailureReason.DECLINED, now);
            case ChargeAnswer.Cancelled _ -> failUnwanted(s, FailureReason.WITHDRAWN, now);
            case ChargeAnswer.RequiresAction _ -> askAgain(now, attempts);
            case ChargeAnswer.Pending pending -> wait(pending, now, attempts);
          };
      case Failed s ->
          answer instanceof ChargeAnswer.Captured
              ? giveBackUnwanted(s.order(), now, attempts)
              : new Unchanged(this);
      case Withdrawn _, Captured _, Refunding _, RefundRefused _, Refunded _ -> new Unchanged(this);
    };
  }

  private static boolean isSettled(ChargeAnswer answer) {
    return switch (answer) {
      case ChargeAnswer.Captured _, ChargeAnswer.Declined _, ChargeAnswer.Cancelled _ -> true;
      case ChargeAnswer.RequiresAction _, ChargeAnswer.Pending _ -> false;
    };
  }

  private Decision onUnconfirmed(
      Order order, ChargeAnswer answer, Instant now, AttemptProperties attempts) {
    return switch (answer) {
      case ChargeAnswer.Captured _ -> capture(order, now);
      case ChargeAnswer.Declined _ -> fail(order, FailureReason.DECLINED, now);
      case ChargeAnswer.Cancelled _ -> fail(order, FailureReason.EXPIRED, now);
      case ChargeAnswer.RequiresAction _ -> askAgain(now, attempts);
      case ChargeAnswer.Pending pending -> wait(pending, now, attempts);
    };
  }

  /**
   * What the provider says about a refund.
   *
   * @param attempt which it was asked for
   */
  Decision on(RefundAnswer answer, int attempt, Instant now, AttemptProperties attempts) {
    return switch (state) {
      case Refunding s when answer == RefundAnswer.REFUNDED ->
          givenBack(s.order(), s.refund(), now);
      case RefundRefused s when answer == RefundAnswer.REFUNDED ->
          givenBack(s.order(), s.refund(), now);
      case Refunding s when s.attempt() == attempt -> refuseRefund(s, now, attempts);
      case Withdrawn _,
          Charging _,
          AwaitingConfirmation _,
          Confirming _,
          Withdrawing _,
          Failed _,
          Captured _,
          Refunding _,
          RefundRefused _,
          Refunded _ ->
          new Unchanged(this);
    };
  }

  /**
   * The provider did not answer, which means nothing but to ask again.
   *
   * @param asked the state in which it was asked
   */
  Decision unanswered(PaymentState asked, Instant now, AttemptProperties attempts) {
    if (due == null || !state.equals(asked)) {
      return new Unchanged(this);
    }
    var waiting = to(state, "no answer from the provider", now, attempts.later(due, now));
    return state instanceof Refunding s
            && s.refund().commandId() != null
            && due.attempt() % attempts.reportEvery() == 0
        ? waiting.and(
            Replies.refundFailed(
                this, s.refund().commandId(), RefundFailure.PROVIDER_UNAVAILABLE, now))
        : waiting;
  }

  private Changed withdraw(
      Order order, RefundOrder refund, Instant now, AttemptProperties attempts) {
    return to(new Withdrawing(order, refund), refund.reason(), now, attempts.first(now));
  }

  private Changed giveBack(
      Order order, RefundOrder refund, int attempt, Instant now, AttemptProperties attempts) {
    return to(new Refunding(order, refund, attempt), refund.reason(), now, attempts.first(now));
  }

  private Changed awaitConfirmation(Order order, Instant now) {
    var awaiting =
        to(
            new AwaitingConfirmation(order),
            "the provider wants the patient's confirmation",
            now,
            new Due(0, order.expiresAt()));
    return awaiting.and(Replies.requiresAction(awaiting.payment(), order));
  }

  private Changed capture(Order order, Instant now) {
    var captured = to(new Captured(order), money(order), now);
    return captured.and(Replies.captured(captured.payment(), order));
  }

  private Changed capturedLate(Withdrawing s, Instant now, AttemptProperties attempts) {
    var captured = capture(s.order(), now);
    var refunding = captured.payment().giveBack(s.order(), s.refund(), 1, now, attempts);
    return new Changed(refunding.payment(), captured.events());
  }

  private Changed giveBackUnwanted(Order order, Instant now, AttemptProperties attempts) {
    var captured = to(new Captured(order), money(order), now).payment();
    return captured.giveBack(order, RefundOrder.unwanted(), 1, now, attempts);
  }

  private Changed fail(Order order, FailureReason reason, Instant now) {
    var failed = new Failed(order, reason);
    var changed = to(failed, reason.name(), now);
    return changed.and(Replies.failed(changed.payment(), failed));
  }

  private Changed failUnwanted(Withdrawing s, FailureReason reason, Instant now) {
    var failed = fail(s.order(), reason, now);
    return failed.and(Replies.nothingRefunded(failed.payment(), s.refund()));
  }

  private Changed givenBack(Order order, RefundOrder refund, Instant now) {
    var refunded = to(new Refunded(order), money(order), now);
    return refund.commandId() == null
        ? refunded
        : refunded.and(Replies.refunded(refunded.payment(), order, refund));
  }

  /**
   * Whoever ordered the refund orders it again; one that nobody ordered is asked for again here.
   */
  private Changed refuseRefund(Refunding s, Instant now, AttemptProperties attempts) {
    var detail = "refused by the provider";
    var commandId = s.refund().commandId();
    if (commandId == null) {
      var again = new Refunding(s.order(), s.refund(), s.attempt() + 1);
      return to(again, detail, now, attempts.later(Objects.requireNonNull(due), now));
    }
    return to(new RefundRefused(s.order(), s.refund(), s.attempt()), detail, now)
        .and(Replies.refundFailed(this, commandId, RefundFailure.PROVIDER_REFUSED, now));
  }

  private Changed wait(ChargeAnswer.Pending pending, Instant now, AttemptProperties attempts) {
    var later = attempts.later(Objects.requireNonNull(due), now);
    var at = pending.askAgainAt();
    var next = at != null && at.isAfter(now) ? new Due(later.attempt(), at) : later;
    return to(state, "the provider is at it", now, next);
  }

  private Changed askAgain(Instant now, AttemptProperties attempts) {
    return to(state, "not settled yet", now, attempts.later(Objects.requireNonNull(due), now));
  }

  private Changed changed() {
    return new Changed(this, List.of());
  }

  private Changed to(PaymentState next, String detail, Instant now) {
    return to(next, detail, now, null);
  }

  private Changed to(PaymentState next, String detail, Instant now, @Nullable Due nextDue) {
    return new Changed(
        with(next, noting(new Step(next.status(), now, detail)), nextDue), List.of());
  }

  /** The same again, as while a provider is down, is noted once. */
  private List<Step> noting(Step step) {
    var last = history.getLast();
    if (last.status() == step.status() && last.detail().equals(step.detail())) {
      return history;
    }
    var all = new ArrayList<>(history);
    all.add(step);
    return List.copyOf(all);
  }

  /** A reply that is given again says what it said the first time. */
  Instant since(PaymentStatus status) {
    return history.stream()
        .filter(step -> step.status() == status)
        .findFirst()
        .orElse(history.getFirst())
        .at();
  }

  private static String money(Order order) {
    return order.amountMinor() + " " + order.currency();
  }

  /** Whether the provider is to be asked now, rather than when it is due. */
  boolean isOpenSince(Payment before) {
    return state instanceof Open && !state.equals(before.state);
  }

  /** The steps taken since it was {@code before}. */
  List<Step> since(Payment before) {
    return history.subList(before.history.size(), history.size());
  }

  public boolean isOf(String patientId) {
    return state.ordered().filter(order -> order.patientId().equals(patientId)).isPresent();
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

  private Payment with(PaymentState next, List<Step> steps, @Nullable Due nextDue) {
    var settled = nextDue == null ? steps.getLast().at() : null;
    return new Payment(id, createdAt, next, steps, nextDue, settled, traceparent, outbox, version);
  }
}
