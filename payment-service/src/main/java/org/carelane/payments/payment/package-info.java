/**
 * One payment per appointment. {@link org.carelane.payments.payment.Payment} is pure: it decides
 * what a command, a click or a provider's answer changes and which replies follow. {@link
 * org.carelane.payments.payment.PaymentProcess} loads, asks it and saves; {@link
 * org.carelane.payments.payment.Cashier} speaks with the provider on a thread of its own; {@link
 * org.carelane.payments.payment.DuePayments} resumes what a crash or an outage left open.
 */
@NullMarked
package org.carelane.payments.payment;

import org.jspecify.annotations.NullMarked;
