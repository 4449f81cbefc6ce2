/**
 * Takes a fee and gives it back, each exactly once, however often it is asked to. {@code payment}
 * holds the payments: what was ordered, what became of it, what is still open, and the commands and
 * pages through which others meet them. {@code provider} is the door to whoever moves the money;
 * {@code sandbox} is one that moves none. Arrows: payment → provider ← sandbox.
 */
@NullMarked
package org.carelane.payments;

import org.jspecify.annotations.NullMarked;
