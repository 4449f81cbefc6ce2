/**
 * Reads what clients send in one way only. What could be meant in another way is refused with 400,
 * instead of being understood differently than it was meant.
 */
@NullMarked
package org.carelane.rest.strict;

import org.jspecify.annotations.NullMarked;
