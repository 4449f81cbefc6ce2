package org.carelane.payments.provider;

/** What a provider says about a refund. */
public enum RefundAnswer {
  /** The money was given back, now or before. */
  REFUNDED,
  /** This attempt gave nothing back and will not. */
  REFUSED
}
