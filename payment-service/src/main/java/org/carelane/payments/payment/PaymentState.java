package org.carelane.payments.payment;

import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Field;

/** Where a payment stands, with what is known there. Stored by alias. */
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

  default Optional<PaymentRequest> requested() {
    return this instanceof Requested it ? Optional.of(it.request()) : Optional.empty();
  }

  /** All but a tombstone. */
  sealed interface Requested {
    PaymentRequest request();
  }

  /** The provider is to be asked at once, and again until it answers. */
  sealed interface Open {}

  /** Whether the money is taken is not known yet. */
  sealed interface ChargeOpen extends PaymentState, Requested {}

  /** The money is taken and not known to be given back. */
  sealed interface Held extends PaymentState, Requested {}

  /** Neither is there money nor will there be. */
  sealed interface Closed extends PaymentState {}

  @TypeAlias("charging")
  record Charging(@Field("order") PaymentRequest request) implements ChargeOpen, Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.PENDING;
    }
  }

  @TypeAlias("awaiting-confirmation")
  record AwaitingConfirmation(@Field("order") PaymentRequest request) implements ChargeOpen {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REQUIRES_ACTION;
    }
  }

  @TypeAlias("confirming")
  record Confirming(@Field("order") PaymentRequest request) implements ChargeOpen, Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.CONFIRMING;
    }
  }

  /** The refund was asked for while the outcome was unknown: it waits for the outcome. */
  @TypeAlias("withdrawing")
  record Withdrawing(@Field("order") PaymentRequest request, RefundRequest refund)
      implements ChargeOpen, Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.WITHDRAWING;
    }
  }

  @TypeAlias("captured")
  record Captured(@Field("order") PaymentRequest request) implements Held {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.CAPTURED;
    }
  }

  /**
   * @param attempt from 1; counts refusals, not repetitions
   */
  @TypeAlias("refunding")
  record Refunding(@Field("order") PaymentRequest request, RefundRequest refund, int attempt)
      implements Held, Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDING;
    }
  }

  /** Nothing happens until somebody asks again. */
  @TypeAlias("refund-refused")
  record RefundRefused(@Field("order") PaymentRequest request, RefundRequest refund, int attempt)
      implements Held {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUND_FAILED;
    }
  }

  /** A tombstone: the refund came first. */
  @TypeAlias("withdrawn")
  record Withdrawn(RefundRequest refund) implements Closed {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.WITHDRAWN;
    }
  }

  @TypeAlias("failed")
  record Failed(@Field("order") PaymentRequest request, FailureReason reason)
      implements Closed, Requested {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.FAILED;
    }
  }

  @TypeAlias("refunded")
  record Refunded(@Field("order") PaymentRequest request) implements Closed, Requested {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDED;
    }
  }
}
