/** Slows password guessing per account and per address, without locking the owner out. */
@NullMarked
package org.carelane.auth.attempt;

import org.jspecify.annotations.NullMarked;
