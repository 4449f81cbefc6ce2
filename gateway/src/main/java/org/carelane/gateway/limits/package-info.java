/** How much and how often a client may send. */
@NullMarked
package org.carelane.gateway.limits;

import org.jspecify.annotations.NullMarked;
