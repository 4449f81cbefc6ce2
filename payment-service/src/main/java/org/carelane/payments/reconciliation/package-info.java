/**
 * Compares payments with the provider's books. What was captured of a payment that failed is
 * refunded; any other difference is only reported: people decide what to do about it.
 */
@NullMarked
package org.carelane.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
