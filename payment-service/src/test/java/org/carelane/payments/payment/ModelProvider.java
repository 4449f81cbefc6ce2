package org.carelane.payments.payment;

import java.time.Duration;
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
 * second refund under another key pays a second time. Some reorder what they are asked: they do not
 * remember that a charge they never heard of was cancelled, and take money for a call that was
 * under way while the charge was cancelled.
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
  private final boolean reorders;
  private final ModelClock clock;
  private final List<Runnable> onTheWay = new ArrayList<>();
  private final Set<String> paidRefunds = new HashSet<>();
  private final Set<String> refusedRefunds = new HashSet<>();
  private boolean healthy;
  private Optional<ChargeAnswer> charge = Optional.empty();
  private int captures;
  private int refunds;
  private int askedTooLate;
  private int calls;

  ModelProvider(Random random, ModelClock clock) {
    this.random = random;
    this.clock = clock;
    this.reorders = random.nextInt(3) == 0;
    this.kind = Kind.values()[random.nextInt(Kind.values().length)];
  }

  Books books() {
    return new Books(captures, refunds);
  }

  /** How often it was asked anything. */
  int calls() {
    return calls;
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
    askedTooLate += clock.instant().isBefore(asked.expiresAt()) ? 0 : 1;
    Supplier<ChargeAnswer> take = () -> charge.orElseGet(() -> settle(firstAnswer()));
    return unreliably(take, () -> takeAfterAll(take));
  }

  @Override
  public Optional<ChargeAnswer> find(Charge asked) {
    return unreliably(
        () -> {
          if (!healthy && random.nextInt(4) == 0) {
            clock.pass(Duration.ofSeconds(random.nextInt(90)));
          }
          return charge;
        });
  }

  @Override
  public ChargeAnswer confirm(Charge asked) {
    Supplier<ChargeAnswer> goOn =
        () ->
            charge.orElseThrow() instanceof RequiresAction
                ? settle(random.nextInt(4) == 0 ? new Declined() : new Captured())
                : charge.orElseThrow();
    return unreliably(goOn, () -> takeAfterAll(goOn));
  }

  private void takeAfterAll(Supplier<ChargeAnswer> otherwise) {
    if (reorders && charge.filter(Cancelled.class::isInstance).isPresent()) {
      settle(new Captured());
    } else {
      otherwise.get();
    }
  }

  @Override
  public ChargeAnswer cancel(Charge asked) {
    return unreliably(
        () ->
            reorders && charge.isEmpty()
                ? new Cancelled()
                : charge
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

  private <T> T unreliably(Supplier<T> work) {
    return unreliably(work, work::get);
  }

  /** Answers, or works and is not heard, or hears later, or never. */
  private <T> T unreliably(Supplier<T> work, Runnable late) {
    calls++;
    switch (healthy ? 9 : random.nextInt(6)) {
      case 0 -> throw new NoAnswer(new IllegalStateException("lost on the way there"));
      case 1 -> {
        work.get();
        throw new NoAnswer(new IllegalStateException("lost on the way back"));
      }
      case 2 -> {
        onTheWay.add(late);
        throw new NoAnswer(new IllegalStateException("on the way"));
      }
      default -> {
        return work.get();
      }
    }
  }
}
