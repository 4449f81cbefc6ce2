/**
 * Compares payments with the provider's books. It only reports: people decide what to do about a
 * difference.
 */
@NullMarked
package org.carelane.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
