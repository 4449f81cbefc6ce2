package org.carelane.payments.payment;

import java.time.Instant;

/**
 * When the provider is to be asked next about an open payment.
 *
 * @param attempt the number of the current or last attempt
 * @param at when the next attempt may begin; until then no other process resumes the payment
 */
public record NextAttempt(int attempt, Instant at) {}
