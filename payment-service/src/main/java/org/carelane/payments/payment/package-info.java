/**
 * One payment per appointment. {@link org.carelane.payments.payment.Payment} is pure: it decides
 * what a command, a click or a provider's answer changes and which replies follow, by {@link
 * org.carelane.payments.payment.ChargeRules} and {@link org.carelane.payments.payment.RefundRules}.
 * {@link org.carelane.payments.payment.PaymentProcess} loads, asks it and saves, and {@link
 * org.carelane.payments.payment.PaymentBatch} does so with many; {@link
 * org.carelane.payments.payment.ProviderCalls} calls the provider; {@link
 * org.carelane.payments.payment.PaymentDeadlines} resumes what a crash or an outage left open.
 */
@NullMarked
package org.carelane.payments.payment;

import org.jspecify.annotations.NullMarked;
