package org.carelane.appointments.booking;

import java.time.Instant;

/**
 * What the patient agreed to for one booking.
 *
 * @param paymentMethod the payment provider's token
 * @param heldUntil when the hold on the slot lapses
 * @param fingerprint a hash of the request, to recognise a different one under the same
 *     Idempotency-Key
 */
public record BookingTerms(String paymentMethod, Instant heldUntil, String fingerprint) {}
