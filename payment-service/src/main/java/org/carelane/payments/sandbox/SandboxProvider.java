package org.carelane.payments.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.carelane.payments.provider.Charge;
import org.carelane.payments.provider.ChargeAnswer;
import org.carelane.payments.provider.ChargeAnswer.Cancelled;
import org.carelane.payments.provider.ChargeAnswer.Captured;
import org.carelane.payments.provider.ChargeAnswer.Declined;
import org.carelane.payments.provider.ChargeAnswer.Pending;
import org.carelane.payments.provider.ChargeAnswer.RequiresAction;
import org.carelane.payments.provider.PaymentProvider;
import org.carelane.payments.provider.Refund;
import org.carelane.payments.provider.RefundAnswer;
import org.carelane.payments.sandbox.LedgerEntry.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The payment method decides what happens. All state is in the ledger, so a crash loses nothing.
 */
@Component("provider")
@SandboxOnly
class SandboxProvider implements PaymentProvider {

  private static final Logger log = LoggerFactory.getLogger(SandboxProvider.class);

  private final Ledger ledger;
  private final SandboxProperties properties;
  private final Clock clock;

  SandboxProvider(Ledger ledger, SandboxProperties properties, Clock clock) {
    this.ledger = ledger;
    this.properties = properties;
    this.clock = clock;
    log.warn("Payments go to the sandbox: no money is moved");
  }

  @Override
  public ChargeAnswer capture(Charge charge) {
    return switch (charge.paymentMethod()) {
      case "card_ok", "card_refund_fails" -> take(charge);
      case "card_slow" -> takeLate(charge);
      case "card_requires_action" -> find(charge).orElseGet(RequiresAction::new);
      case "card_unreachable" -> find(charge).orElseGet(() -> takeInSilence(charge));
      default -> find(charge).orElseGet(Declined::new);
    };
  }

  @Override
  public Optional<ChargeAnswer> find(Charge charge) {
    return charge.paymentMethod().equals("card_slow")
        ? Optional.of(takeLate(charge))
        : ledger.charge(charge.paymentId()).map(SandboxProvider::answer);
  }

  @Override
  public ChargeAnswer confirm(Charge charge) {
    return charge.paymentMethod().equals("card_requires_action") ? take(charge) : capture(charge);
  }

  @Override
  public ChargeAnswer cancel(Charge charge) {
    return charge.paymentMethod().equals("card_slow")
        ? takeLate(charge)
        : answer(ledger.enter(charge, Kind.CANCELLATION));
  }

  @Override
  public RefundAnswer refund(Refund refund) {
    var charge = refund.charge();
    boolean refused =
        charge.paymentMethod().equals("card_refund_fails")
            && refund.attempt() <= properties.refusedRefunds();
    return ledger
        .charge(charge.paymentId())
        .filter(entry -> entry.kind() == Kind.CAPTURE && !refused)
        .map(captured -> ledger.enterRefund(charge, captured))
        .map(_ -> RefundAnswer.REFUNDED)
        .orElse(RefundAnswer.REFUSED);
  }

  private ChargeAnswer take(Charge charge) {
    return answer(ledger.enter(charge, Kind.CAPTURE));
  }

  /** Captures some time after the expiry; cannot be cancelled. */
  private ChargeAnswer takeLate(Charge charge) {
    var at = charge.expiresAt().plus(properties.slowBy());
    return clock.instant().isBefore(at) ? new Pending(at) : take(charge);
  }

  private ChargeAnswer takeInSilence(Charge charge) {
    var answer = take(charge);
    keepWaiting(properties.silence());
    return answer;
  }

  private static void keepWaiting(Duration silence) {
    try {
      Thread.sleep(silence);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ChargeAnswer answer(LedgerEntry entry) {
    return entry.kind() == Kind.CAPTURE ? new Captured() : new Cancelled();
  }
}
