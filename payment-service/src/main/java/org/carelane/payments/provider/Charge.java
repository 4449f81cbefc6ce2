package org.carelane.payments.provider;

import java.time.Instant;

/**
 * What a provider is to capture, at most once.
 *
 * @param paymentId the idempotency key: a provider knows one charge by it, for ever
 * @param amountMinor in minor units of the currency
 * @param paymentMethod the provider's own token
 * @param expiresAt when the money stops being wanted; a hint
 */
public record Charge(
    String paymentId, long amountMinor, String currency, String paymentMethod, Instant expiresAt) {}
