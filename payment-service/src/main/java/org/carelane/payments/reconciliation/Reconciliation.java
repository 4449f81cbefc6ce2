package org.carelane.payments.reconciliation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.carelane.payments.payment.Payment;
import org.carelane.payments.payment.PaymentProcess;
import org.carelane.payments.payment.PaymentState;
import org.carelane.payments.payment.Payments;
import org.carelane.payments.provider.ProviderBooks;
import org.carelane.payments.provider.ProviderBooks.Movement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Compares payments with the provider's books. Each run takes up newly settled payments and new
 * entries of the books. A payment that changed lately, that differs, or that cannot be read is
 * compared again until both sides agree. What the provider captured of a payment that failed is
 * given back: its answers may have overtaken each other.
 */
@Component
class Reconciliation implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final Payments payments;
  private final PaymentProcess process;
  private final ProviderBooks books;
  private final LedgerDifference difference;
  private final ReconciliationProperties properties;
  private final Clock clock;

  private final Set<String> toCompare = new LinkedHashSet<>();
  private final Map<String, Balance> differing = new HashMap<>();
  private Instant paymentsSeen;
  private Instant booksSeen;

  Reconciliation(
      Payments payments,
      PaymentProcess process,
      ProviderBooks books,
      LedgerDifference difference,
      ReconciliationProperties properties,
      Clock clock) {
    this.payments = payments;
    this.process = process;
    this.books = books;
    this.difference = difference;
    this.properties = properties;
    this.clock = clock;
    paymentsSeen = clock.instant().minus(properties.lookBack());
    booksSeen = paymentsSeen;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, properties.every());
  }

  private void look() {
    try {
      compare();
    } catch (RuntimeException e) {
      log.warn("Payments were not compared with the provider's books: {}", e.toString());
    }
  }

  private synchronized void compare() {
    var restingSince = clock.instant().minus(properties.settleFor());
    if (toCompare.size() < properties.atOnce()) {
      takeUp(restingSince);
    }
    var ids = List.copyOf(toCompare);
    Map<String, Payment> known =
        payments.readable(ids).stream().collect(toMap(Payment::id, payment -> payment));
    var written = books.movementsOf(ids).stream().collect(groupingBy(Movement::paymentId));
    for (var id : ids) {
      var payment = known.get(id);
      var movements = written.getOrDefault(id, List.of());
      boolean unreadable = payment == null && payments.exists(id);
      if (!unreadable && isAtRest(payment, movements, restingSince)) {
        settle(id, payment, Balance.of(movements));
      }
    }
    difference.is(differing.values());
  }

  private void settle(String id, @Nullable Payment payment, Balance inTheBooks) {
    if (payment != null
        && payment.state() instanceof PaymentState.Failed failed
        && inTheBooks.equals(Balance.of(failed.request()))) {
      giveBack(id);
    } else {
      note(id, Balance.of(payment).differenceTo(inTheBooks));
    }
  }

  /** It is compared again when the refund is done. */
  private void giveBack(String id) {
    try {
      process.foundCaptured(id);
      log.warn("Payment {} failed, but was captured later: it is refunded", id);
    } catch (RuntimeException e) {
      log.warn("Payment {}: money taken for nothing is given back later: {}", id, e.toString());
    }
  }

  private void note(String id, Balance found) {
    if (found.isNothing()) {
      toCompare.remove(id);
      differing.remove(id);
    } else if (!found.equals(differing.put(id, found))) {
      log.error("Payment {} and the provider's books differ by {}", id, found);
    }
  }

  private void takeUp(Instant restingSince) {
    for (var payment : payments.settled(paymentsSeen, restingSince, properties.atOnce())) {
      toCompare.add(payment.id());
      paymentsSeen = Objects.requireNonNull(payment.settledAt());
    }
    for (var movement : books.movements(booksSeen, restingSince, properties.atOnce())) {
      toCompare.add(movement.paymentId());
      booksSeen = movement.at();
      difference.mayBeIn(movement.currency());
    }
  }

  private static boolean isAtRest(
      @Nullable Payment payment, List<Movement> movements, Instant restingSince) {
    boolean settled =
        payment == null
            || (payment.due() == null && !payment.history().getLast().at().isAfter(restingSince));
    return settled && movements.stream().noneMatch(it -> it.at().isAfter(restingSince));
  }
}
