package org.carelane.payments.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider says about a charge. */
public sealed interface ChargeAnswer {

  /** The full amount was taken. */
  record Captured() implements ChargeAnswer {}

  /** Nothing was taken and nothing will be. */
  record Declined() implements ChargeAnswer {}

  /** Nothing was taken yet: the patient has to confirm. */
  record RequiresAction() implements ChargeAnswer {}

  /**
   * The charge is in progress and cannot be stopped.
   *
   * @param askAgainAt when an outcome can be expected, if the provider says so
   */
  record Pending(@Nullable Instant askAgainAt) implements ChargeAnswer {}

  /** Nothing was taken and nothing will be, because the charge was cancelled. */
  record Cancelled() implements ChargeAnswer {}
}
