/**
 * The door to whoever moves the money. A {@link org.carelane.payments.provider.PaymentProvider}
 * answers, or nobody knows what it did; {@link org.carelane.payments.provider.GuardedProvider}
 * makes the latter one exception and keeps a provider that is down from being asked all the time.
 */
@NullMarked
package org.carelane.payments.provider;

import org.jspecify.annotations.NullMarked;
