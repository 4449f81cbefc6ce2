/**
 * What is in this checkout. {@link org.carelane.deployment.checkout.Checkout} reads its files,
 * {@link org.carelane.deployment.checkout.Application} says what can be set on a service, by its
 * configuration files, its compiled classes, and what Spring says of itself.
 */
@NullMarked
package org.carelane.deployment.checkout;

import org.jspecify.annotations.NullMarked;
