package org.carelane.payments.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.ChargeAnswer.Cancelled;
import org.carelane.payments.provider.ChargeAnswer.Captured;
import org.carelane.payments.provider.ChargeAnswer.Declined;
import org.carelane.payments.provider.ChargeAnswer.Pending;
import org.carelane.payments.provider.ChargeAnswer.RequiresAction;
import org.carelane.payments.provider.NoAnswer;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.Refund;
import org.carelane.payments.provider.RefundAnswer;

/**
 * A provider with its own mind. It keeps its promises about idempotency keys and no others: a
 * second refund under another key pays a second time.
 */
final class ModelProvider implements PaymentProvider {

  enum Kind {
    GOOD,
    DECLINING,
    CAUTIOUS,
    SLOW
  }

  /** How often money went each way. */
  record Books(int captures, int refunds) {}

  private final Random random;
  private final Kind kind;
  private final List<Runnable> onTheWay = new ArrayList<>();
  private final Set<String> paidRefunds = new HashSet<>();
  private final Set<String> refusedRefunds = new HashSet<>();
  private boolean healthy;
  private Optional<ChargeAnswer> charge = Optional.empty();
  private int captures;
  private int refunds;
  private int askedTooLate;
  private Instant now = Instant.MIN;

  ModelProvider(Random random) {
    this.random = random;
    this.kind = Kind.values()[random.nextInt(Kind.values().length)];
  }

  Books books() {
    return new Books(captures, refunds);
  }

  /** What it is asked from now on, it is asked then. */
  void at(Instant time) {
    now = time;
  }

  /** How often it was asked to take money that was not wanted any more. */
  int askedTooLate() {
    return askedTooLate;
  }

  /** From now on it answers; what is on the way may still arrive late. */
  void recover() {
    healthy = true;
  }

  /** Calls given up by their caller arrive after all. */
  void arrive() {
    onTheWay.forEach(Runnable::run);
    onTheWay.clear();
  }

  /** A slow charge succeeds. */
  void finish() {
    if (charge.filter(Pending.class::isInstance).isPresent()) {
      settle(new Captured());
    }
  }

  @Override
  public ChargeAnswer capture(Charge asked) {
    askedTooLate += now.isBefore(asked.expiresAt()) ? 0 : 1;
    return unreliably(() -> charge.orElseGet(() -> settle(firstAnswer())));
  }

  @Override
  public Optional<ChargeAnswer> find(Charge asked) {
    return unreliably(() -> charge);
  }

  @Override
  public ChargeAnswer confirm(Charge asked) {
    return unreliably(
        () ->
            charge.orElseThrow() instanceof RequiresAction
                ? settle(random.nextInt(4) == 0 ? new Declined() : new Captured())
                : charge.orElseThrow());
  }

  @Override
  public ChargeAnswer cancel(Charge asked) {
    return unreliably(
        () ->
            charge
                .filter(known -> !(known instanceof RequiresAction))
                .orElseGet(() -> settle(new Cancelled())));
  }

  @Override
  public RefundAnswer refund(Refund refund) {
    return unreliably(
        () -> {
          if (captures == 0 || refusedRefunds.contains(refund.key())) {
            return RefundAnswer.REFUSED;
          }
          if (!paidRefunds.contains(refund.key()) && !healthy && random.nextInt(3) == 0) {
            refusedRefunds.add(refund.key());
            return RefundAnswer.REFUSED;
          }
          if (paidRefunds.add(refund.key())) {
            refunds++;
          }
          return RefundAnswer.REFUNDED;
        });
  }

  private ChargeAnswer firstAnswer() {
    return switch (kind) {
      case GOOD -> new Captured();
      case DECLINING -> new Declined();
      case CAUTIOUS -> new RequiresAction();
      case SLOW -> new Pending(null);
    };
  }

  private ChargeAnswer settle(ChargeAnswer answer) {
    charge = Optional.of(answer);
    if (answer instanceof Captured) {
      captures++;
    }
    return answer;
  }

  /** Answers, or works and is not heard, or hears later, or never. */
  private <T> T unreliably(Supplier<T> work) {
    switch (healthy ? 9 : random.nextInt(6)) {
      case 0 -> throw new NoAnswer(new IllegalStateException("lost on the way there"));
      case 1 -> {
        work.get();
        throw new NoAnswer(new IllegalStateException("lost on the way back"));
      }
      case 2 -> {
        onTheWay.add(work::get);
        throw new NoAnswer(new IllegalStateException("on the way"));
      }
      default -> {
        return work.get();
      }
    }
  }
}
