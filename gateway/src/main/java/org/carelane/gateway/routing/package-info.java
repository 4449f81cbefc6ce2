/** Which service answers which path, and what is answered when it cannot. */
@NullMarked
package org.carelane.gateway.routing;

import org.jspecify.annotations.NullMarked;
