/**
 * The interface to payment providers, {@link org.carelane.payments.provider.PaymentProvider}.
 * {@link org.carelane.payments.provider.GuardedProvider} turns every failure of one into the same
 * exception, and stops calling a provider that is down.
 */
@NullMarked
package org.carelane.payments.provider;

import org.jspecify.annotations.NullMarked;
