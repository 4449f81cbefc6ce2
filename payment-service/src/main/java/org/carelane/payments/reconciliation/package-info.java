/**
 * Whether what we say of money is what the provider's books say. It only looks: what to do about a
 * difference is for people.
 */
@NullMarked
package org.carelane.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
