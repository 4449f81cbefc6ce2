package org.carelane.payments.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.carelane.payments.payment.Decision.Changed;
import org.carelane.payments.payment.PaymentCommand.RefundPayment;
import org.carelane.payments.payment.PaymentCommand.TakePayment;
import org.carelane.payments.provider.ChargeAnswer;
import org.jspecify.annotations.Nullable;

/** One payment, the processes that work on it, and everything that can go wrong between them. */
final class PaymentWorld {

  static final long FEE = 8500;
  private static final int STEPS = 40;
  private static final int RESTING_STEPS = 200;
  private static final String ID = "a";
  private static final Instant START = Instant.parse("2027-03-01T10:15:30Z");
  private static final PaymentRequest REQUEST =
      new PaymentRequest("TakePayment:a", "patient", FEE, "EUR", "card", START.plusSeconds(120));
  private static final RefundRequest WITHDRAWAL = new RefundRequest("RefundPayment:a", "SLOT_LOST");
  private static final AttemptProperties ATTEMPTS =
      new AttemptProperties(
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          100,
          5);

  private static final PaymentCommand TAKE = new TakePayment(ID, REQUEST);
  private static final PaymentCommand REFUND = new RefundPayment(ID, WITHDRAWAL);

  /** What it is worth dying for. */
  enum Trouble {
    DEATH_AFTER_THE_CHARGE,
    DEATH_AFTER_THE_REFUND,
    EXPIRY_BEFORE_REDELIVERY,
    REFUND_BEFORE_REDELIVERY,
    TWO_CONSUMERS_CHARGE,
    TWO_CONSUMERS_REFUND,
    TURN_AFTER_THE_LEASE,
    CAPTURE_AFTER_FAILURE
  }

  /** A command that a consumer carries out, and of which nothing is saved yet. */
  private static final class Delivery {
    private final UnsavedPayment unsaved;
    private final @Nullable Payment found;
    private final ProviderCall call;
    private @Nullable ProviderAnswer answer;

    private Delivery(UnsavedPayment unsaved, @Nullable Payment found, ProviderCall call) {
      this.unsaved = unsaved;
      this.found = found;
      this.call = call;
    }
  }

  private final Random random;
  private final ModelProvider provider;
  private final boolean wantsRefund;
  private final List<Delivery> deliveries = new ArrayList<>();
  private final Set<PaymentCommand> notCommitted = new LinkedHashSet<>();
  private final List<ProviderCall> toAsk = new ArrayList<>();
  private final List<ProviderAnswer> heard = new ArrayList<>();
  private final List<PaymentEvent> replies = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private final ModelClock clock = new ModelClock(START);
  private int askedWithoutLease;
  private @Nullable Payment stored;
  private boolean taken;
  private boolean refundWanted;
  private boolean refundedUnknowing;
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

  PaymentWorld(long seed) {
    random = new Random(seed * 7919 + 17);
    provider = new ModelProvider(random, clock);
    wantsRefund = random.nextInt(3) > 0;
  }

  void muddleThrough() {
    for (int i = 0; i < STEPS; i++) {
      switch (random.nextInt(14)) {
        case 0, 1 -> take();
        case 2 -> refund();
        case 3, 4, 5 -> askProvider();
        case 6, 7 -> settle();
        case 8, 9 -> saveDelivery();
        case 10 -> poll();
        case 11 -> confirm();
        case 12 -> pass(Duration.ofSeconds(random.nextInt(90)));
        default -> trouble();
      }
    }
  }

  private void trouble() {
    switch (random.nextInt(5)) {
      case 0 -> crash();
      case 3 -> compareWithTheBooks();
      case 1 -> provider.arrive();
      case 2 -> redeliver();
      default -> provider.finish();
    }
  }

  private void crash() {
    story.add("crash");
    for (var delivery : deliveries) {
      notCommitted.add(delivery.unsaved.command());
      if (delivery.answer != null) {
        troubles.add(
            delivery.unsaved.command() == TAKE
                ? Trouble.DEATH_AFTER_THE_CHARGE
                : Trouble.DEATH_AFTER_THE_REFUND);
      }
    }
    deliveries.clear();
    toAsk.clear();
    heard.clear();
  }

  /** What died before its offset was committed comes again. */
  private void redeliver() {
    var commands = List.copyOf(notCommitted);
    notCommitted.clear();
    for (var command : commands) {
      story.add("again: " + command);
      if (command == TAKE && stored == null && provider.books().captures() == 1) {
        note(Trouble.EXPIRY_BEFORE_REDELIVERY, REQUEST.isExpired(now()));
      }
      if (command == TAKE && stored != null && provider.books().captures() == 1) {
        note(Trouble.REFUND_BEFORE_REDELIVERY, stored.state() instanceof PaymentState.Withdrawn);
      }
      deliver(command);
    }
  }

  private void note(Trouble trouble, boolean isThere) {
    if (isThere) {
      troubles.add(trouble);
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
    int redelivery = random.nextInt(RESTING_STEPS / 2);
    for (int i = 0; i < RESTING_STEPS; i++) {
      pass(Duration.ofSeconds(10));
      provider.finish();
      if (i == arrival) {
        provider.arrive();
      }
      if (i == redelivery) {
        redeliver();
      }
      poll();
      drain();
      compareWithTheBooks();
      if (stored != null && stored.state() instanceof PaymentState.RefundRefused) {
        refund();
      }
    }
  }

  private void drain() {
    while (!toAsk.isEmpty() || !heard.isEmpty() || !deliveries.isEmpty()) {
      askProvider();
      settle();
      saveDelivery();
    }
  }

  private void take() {
    taken = true;
    deliver(TAKE);
  }

  private void refund() {
    if (wantsRefund) {
      refundWanted = true;
      deliver(REFUND);
    }
  }

  /** As in a batch where that is possible; now and then alone. */
  private void deliver(PaymentCommand command) {
    var unsaved = UnsavedPayment.of(command, stored, now(), ATTEMPTS);
    if (unsaved.isEmpty() || random.nextInt(4) == 0) {
      handle(command);
    } else {
      deliveries.add(new Delivery(unsaved.get(), stored, callAbout(unsaved.get().opened())));
      story.add("delivered: " + command);
    }
  }

  private void handle(PaymentCommand command) {
    if (stored == null) {
      refundedUnknowing |= command == REFUND && taken;
      become(command.toString(), Payment.first(command, now(), ATTEMPTS));
    } else {
      change(command.toString(), payment -> payment.on(command, now(), ATTEMPTS));
    }
  }

  /** What was not answered until then is answered later. */
  private void saveDelivery() {
    if (deliveries.isEmpty()) {
      return;
    }
    var delivery = deliveries.remove(random.nextInt(deliveries.size()));
    var unsaved = delivery.unsaved;
    if (stored == delivery.found) {
      var changed = unsaved.with(delivery.answer, now(), ATTEMPTS);
      stored = changed.payment();
      replies.addAll(changed.events());
      story.add("save delivery: " + stored.state().status() + " " + changed.events());
    } else {
      troubles.add(
          unsaved.command() == TAKE ? Trouble.TWO_CONSUMERS_CHARGE : Trouble.TWO_CONSUMERS_REFUND);
      change("save onto", other -> unsaved.onto(other, delivery.answer, now(), ATTEMPTS));
    }
    if (delivery.answer == null) {
      toAsk.add(delivery.call);
    }
  }

  private void confirm() {
    if (stored != null) {
      change("confirm", payment -> payment.confirm(now(), ATTEMPTS));
    }
  }

  private void askProvider() {
    var unanswered = deliveries.stream().filter(it -> it.answer == null).toList();
    int calls = toAsk.size() + unanswered.size();
    if (calls == 0) {
      return;
    }
    int one = random.nextInt(calls);
    if (one < toAsk.size()) {
      heard.add(ask(toAsk.remove(one)));
    } else {
      var delivery = unanswered.get(one - toAsk.size());
      delivery.answer = ask(delivery.call);
    }
  }

  private ProviderCall callAbout(Payment payment) {
    return new ProviderCall(payment, clock);
  }

  /** Its turn has come, perhaps long after it was to be asked. */
  private ProviderAnswer ask(ProviderCall call) {
    int before = provider.calls();
    boolean tooLate = !now().isBefore(Objects.requireNonNull(call.payment().due()).at());
    var answer = call.run(provider);
    note(Trouble.TURN_AFTER_THE_LEASE, tooLate);
    askedWithoutLease += tooLate ? provider.calls() - before : 0;
    story.add("ask in " + call.payment().state().status() + ": " + answer);
    return answer;
  }

  /** What Reconciliation does with a payment at rest. */
  private void compareWithTheBooks() {
    var books = provider.books();
    if (stored != null
        && stored.state() instanceof PaymentState.Failed
        && books.captures() > books.refunds()) {
      troubles.add(Trouble.CAPTURE_AFTER_FAILURE);
      var found = new ProviderAnswer.OfCharge(new ChargeAnswer.Captured());
      change("found in the books", payment -> payment.on(found, now(), ATTEMPTS));
    }
  }

  private void settle() {
    if (!heard.isEmpty()) {
      var answer = heard.remove(random.nextInt(heard.size()));
      change("settle", payment -> payment.on(answer, now(), ATTEMPTS));
    }
  }

  private void poll() {
    if (stored != null && stored.due() != null && !stored.due().at().isAfter(now())) {
      stored = stored.claimed(now(), ATTEMPTS);
      toAsk.add(callAbout(stored));
      story.add("claim");
    }
  }

  private void pass(Duration time) {
    clock.pass(time);
  }

  private void change(String input, Function<Payment, Decision> decide) {
    become(input, decide.apply(Objects.requireNonNull(stored)));
  }

  private void become(String input, Decision decision) {
    if (decision instanceof Changed changed) {
      var before = stored;
      stored = changed.payment();
      replies.addAll(changed.events());
      story.add(input + ": " + stored.state().status() + " " + changed.events());
      if (stored.isOpenSince(before)) {
        toAsk.add(callAbout(stored));
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

  /** The refund was answered while a charge was begun of which nothing was saved. */
  boolean wasRefundedUnknowing() {
    return refundedUnknowing;
  }

  /** As the provider's answer that came late, or found in its books. */
  boolean wasCapturedAfterFailure() {
    return stored != null && stored.hasFailed() && provider.books().captures() == 1;
  }

  int askedWithoutLease() {
    return askedWithoutLease;
  }

  private Instant now() {
    return clock.instant();
  }

  Set<Trouble> troubles() {
    return troubles;
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
