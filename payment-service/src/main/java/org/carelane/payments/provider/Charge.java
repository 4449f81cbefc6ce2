package org.carelane.payments.provider;

import java.time.Instant;

/**
 * An amount that a provider is to capture, at most once.
 *
 * @param paymentId the idempotency key: a provider makes one charge per key, for ever
 * @param amountMinor in minor units of the currency
 * @param paymentMethod the provider's own token
 * @param expiresAt when the money is no longer wanted; a provider may ignore it
 */
public record Charge(
    String paymentId, long amountMinor, String currency, String paymentMethod, Instant expiresAt) {}
