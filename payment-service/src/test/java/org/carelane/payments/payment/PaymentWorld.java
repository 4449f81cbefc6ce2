package org.carelane.payments.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.carelane.payments.payment.Decision.Changed;
import org.jspecify.annotations.Nullable;

/** One payment, the processes that work on it, and everything that can go wrong between them. */
final class PaymentWorld {

  static final long FEE = 8500;
  private static final int STEPS = 40;
  private static final int RESTING_STEPS = 200;
  private static final String ID = "a";
  private static final Instant START = Instant.parse("2027-03-01T10:15:30Z");
  private static final Order ORDER =
      new Order("TakePayment:a", "patient", FEE, "EUR", "card", START.plusSeconds(120));
  private static final RefundOrder REFUND = new RefundOrder("RefundPayment:a", "SLOT_LOST");
  private static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          5);

  /** What a process holds in its memory, and loses when it dies. */
  private record Heard(Finding finding) {}

  private final Random random;
  private final ModelProvider provider;
  private final boolean wantsRefund;
  private final List<Payment> errands = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private final List<PaymentEvent> replies = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private Instant now = START;
  private @Nullable Payment stored;
  private boolean taken;
  private boolean refundWanted;

  PaymentWorld(long seed) {
    random = new Random(seed * 7919 + 17);
    provider = new ModelProvider(random);
    wantsRefund = random.nextInt(3) > 0;
  }

  void muddleThrough() {
    for (int i = 0; i < STEPS; i++) {
      switch (random.nextInt(12)) {
        case 0, 1 -> take();
        case 2 -> refund();
        case 3, 4, 5 -> askProvider();
        case 6, 7 -> settle();
        case 8 -> poll();
        case 9 -> confirm();
        case 10 -> pass(Duration.ofSeconds(random.nextInt(90)));
        default -> trouble();
      }
    }
  }

  private void trouble() {
    switch (random.nextInt(3)) {
      case 0 -> {
        story.add("crash");
        errands.clear();
        heard.clear();
      }
      case 1 -> provider.arrive();
      default -> provider.finish();
    }
  }

  /** The saga goes on asking for what it wants, everything works, and time passes. */
  void comeToRest() {
    story.add("recovery");
    provider.recover();
    if (wantsRefund && taken) {
      refund();
    }
    int arrival = random.nextInt(RESTING_STEPS / 2);
    for (int i = 0; i < RESTING_STEPS; i++) {
      pass(Duration.ofSeconds(10));
      provider.finish();
      if (i == arrival) {
        provider.arrive();
      }
      poll();
      drain();
      if (stored != null && stored.state() instanceof PaymentState.RefundRefused) {
        refund();
      }
    }
  }

  private void drain() {
    while (!errands.isEmpty() || !heard.isEmpty()) {
      askProvider();
      settle();
    }
  }

  private void take() {
    taken = true;
    if (stored == null) {
      stored = Payment.begin(ID, ORDER, now, ATTEMPTS);
      errands.add(stored);
      story.add("take");
    } else {
      change("take", payment -> payment.take(ORDER, now));
    }
  }

  private void refund() {
    if (!wantsRefund) {
      return;
    }
    refundWanted = true;
    if (stored == null) {
      var tombstone = Payment.withdrawn(ID, REFUND, now);
      stored = tombstone.payment();
      replies.addAll(tombstone.events());
      story.add("refund first");
    } else {
      change("refund", payment -> payment.refund(REFUND, now, ATTEMPTS));
    }
  }

  private void confirm() {
    if (stored != null) {
      change("confirm", payment -> payment.confirm(now, ATTEMPTS));
    }
  }

  private void askProvider() {
    if (!errands.isEmpty()) {
      var payment = errands.remove(random.nextInt(errands.size()));
      var finding = new Errand(payment, now).run(provider);
      story.add("ask in " + payment.state().status() + ": " + finding);
      heard.add(new Heard(finding));
    }
  }

  private void settle() {
    if (!heard.isEmpty()) {
      var finding = heard.remove(random.nextInt(heard.size())).finding();
      change("settle", payment -> finding.applyTo(payment, now, ATTEMPTS));
    }
  }

  private void poll() {
    if (stored != null && stored.due() != null && !stored.due().at().isAfter(now)) {
      stored = stored.claimed(now, ATTEMPTS);
      errands.add(stored);
      story.add("claim");
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private void change(String input, Function<Payment, Decision> decide) {
    var before = stored;
    if (decide.apply(before) instanceof Changed changed) {
      stored = changed.payment();
      replies.addAll(changed.events());
      story.add(input + ": " + stored.state().status() + " " + changed.events());
      if (stored.isOpenSince(before)) {
        errands.add(stored);
      }
    }
  }

  @Nullable Payment payment() {
    return stored;
  }

  ModelProvider provider() {
    return provider;
  }

  boolean wasTaken() {
    return taken;
  }

  boolean wasRefundWanted() {
    return refundWanted;
  }

  List<PaymentEvent> replies() {
    return replies;
  }

  List<String> story() {
    return story;
  }

  boolean said(Class<? extends PaymentEvent> type) {
    return replies.stream().anyMatch(type::isInstance);
  }

  <T extends PaymentEvent> List<T> all(Class<T> type) {
    return replies.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
