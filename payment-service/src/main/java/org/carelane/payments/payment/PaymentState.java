package org.carelane.payments.payment;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Field;

/** A payment's state, with the data that exists in it. Stored by {@code @TypeAlias}. */
public sealed interface PaymentState {

  PaymentStatus status();

  /** Every state that is stored. */
  static Class<?>[] all() {
    return Arrays.stream(PaymentStatus.values()).map(PaymentState::of).toArray(Class<?>[]::new);
  }

  /** The state of that name. */
  static Class<? extends PaymentState> of(PaymentStatus status) {
    return switch (status) {
      case PENDING -> Charging.class;
      case REQUIRES_ACTION -> AwaitingConfirmation.class;
      case CONFIRMING -> Confirming.class;
      case CAPTURED -> Captured.class;
      case FAILED -> Failed.class;
      case WITHDRAWING -> Withdrawing.class;
      case WITHDRAWN -> Withdrawn.class;
      case REFUNDING -> Refunding.class;
      case REFUND_FAILED -> RefundRefused.class;
      case REFUNDED -> Refunded.class;
    };
  }

  default Optional<PaymentRequest> requested() {
    return this instanceof Requested it ? Optional.of(it.request()) : Optional.empty();
  }

  /** Every state but {@link Withdrawn}. */
  sealed interface Requested {
    PaymentRequest request();
  }

  /** The provider is asked at once, and again until it answers. */
  sealed interface Open {}

  /** It is not known yet whether the money is taken. */
  sealed interface ChargeOpen extends PaymentState, Requested {}

  /** The money is taken and not known to be given back. */
  sealed interface Held extends PaymentState, Requested {}

  /** No money is held, and none will be taken. */
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

  /** A refund was requested while the charge's outcome was unknown; it waits for that outcome. */
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
   * @param attempt from 1; incremented after each refusal
   */
  @TypeAlias("refunding")
  record Refunding(@Field("order") PaymentRequest request, RefundRequest refund, int attempt)
      implements Held, Open {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUNDING;
    }
  }

  /** The refund is attempted again only on another command. */
  @TypeAlias("refund-refused")
  record RefundRefused(@Field("order") PaymentRequest request, RefundRequest refund, int attempt)
      implements Held {
    @Override
    public PaymentStatus status() {
      return PaymentStatus.REFUND_FAILED;
    }
  }

  /** The refund was requested first: nothing will be charged. */
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
