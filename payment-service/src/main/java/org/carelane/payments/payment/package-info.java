/**
 * One payment per appointment. {@link org.carelane.payments.payment.Payment} decides, as a pure
 * function, what a command, a confirmation or a provider's answer changes and which replies follow.
 * Its rules are in {@link org.carelane.payments.payment.ChargeRules} and {@link
 * org.carelane.payments.payment.RefundRules}. {@link org.carelane.payments.payment.PaymentProcess}
 * loads, lets it decide and saves; {@link org.carelane.payments.payment.PaymentBatch} does so with
 * many. {@link org.carelane.payments.payment.ProviderCalls} calls the provider. {@link
 * org.carelane.payments.payment.PaymentDeadlines} resumes after a crash or an outage.
 */
@NullMarked
package org.carelane.payments.payment;

import org.jspecify.annotations.NullMarked;
