package org.carelane.payments.payment;

import java.time.Instant;

/**
 * When the provider is to be asked about an open payment.
 *
 * @param attempt the number of the one that is under way, or was the last
 * @param at when the next may begin; until then nobody else takes the payment up
 */
public record NextAttempt(int attempt, Instant at) {}
