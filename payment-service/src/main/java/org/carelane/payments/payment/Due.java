package org.carelane.payments.payment;

import java.time.Instant;

/**
 * When the provider is to be asked about an open payment.
 *
 * @param attempt the one that is under way, or was the last
 * @param at when the next may begin: who is at it has until then
 */
public record Due(int attempt, Instant at) {}
