/**
 * A provider that moves no money: the payment method decides what happens. It keeps its own books,
 * independent of the payments, so that both can be compared to the cent. Exists only with {@code
 * carelane.payments.provider=sandbox}.
 */
@NullMarked
package org.carelane.payments.sandbox;

import org.jspecify.annotations.NullMarked;
