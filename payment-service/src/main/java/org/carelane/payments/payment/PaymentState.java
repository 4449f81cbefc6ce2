package org.carelane.payments.payment;

import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;

/** Where a payment stands, with what is known there. */
public sealed interface PaymentState {

  PaymentStatus status();

  /** Every state that is stored. */
  static Class<?>[] all() {
    return new Class<?>[] {
      Withdrawn.class,
      Charging.class,
      AwaitingConfirmation.class,
      Confirming.class,
      Withdrawing.class,
      Failed.class,
      Captured.class,
      Refunding.class,
      RefundRefused.class,
      Refunded.class
    };
  }

  default Optional<Order> ordered() {
    return this instanceof Ordered ordered ? Optional.of(ordered.order()) : Optional.empty();
  }

  /** All but a tombstone. */
  sealed interface Ordered extends PaymentState {
    Order order();
  }

  /** The provider is to be asked at once, and again until it answers. */
  sealed interface Open extends Ordered {}

  /** A tombstone: the refund came first. It never charges. */
  @TypeAlias("withdrawn")
  record Withdrawn(RefundOrder refund) implements PaymentState {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.WITHDRAWN;
    }
  }

  @TypeAlias("charging")
  record Charging(Order order) implements Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.PENDING;
    }
  }

  @TypeAlias("awaiting-confirmation")
  record AwaitingConfirmation(Order order) implements Ordered {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REQUIRES_ACTION;
    }
  }

  @TypeAlias("confirming")
  record Confirming(Order order) implements Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.CONFIRMING;
    }
  }

  /** The refund came while the outcome was unknown: it waits for it. */
  @TypeAlias("withdrawing")
  record Withdrawing(Order order, RefundOrder refund) implements Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.WITHDRAWING;
    }
  }

  @TypeAlias("failed")
  record Failed(Order order, FailureReason reason) implements Ordered {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.FAILED;
    }
  }

  @TypeAlias("captured")
  record Captured(Order order) implements Ordered {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.CAPTURED;
    }
  }

  /**
   * Money is captured and not yet known to be given back.
   *
   * @param attempt from 1; counts refusals, not repetitions
   */
  @TypeAlias("refunding")
  record Refunding(Order order, RefundOrder refund, int attempt) implements Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDING;
    }
  }

  /** The money is still captured; nothing happens until somebody asks again. */
  @TypeAlias("refund-refused")
  record RefundRefused(Order order, RefundOrder refund, int attempt) implements Ordered {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUND_FAILED;
    }
  }

  @TypeAlias("refunded")
  record Refunded(Order order) implements Ordered {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDED;
    }
  }
}
