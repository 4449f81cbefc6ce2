package org.carelane.payments.payment;

import java.time.Instant;

/**
 * An entry of a payment's history.
 *
 * @param detail for people; no health data
 */
public record Step(PaymentStatus status, Instant at, String detail) {}
