/** Which service answers which path, and when one is left alone for a while. */
@NullMarked
package org.carelane.gateway.routing;

import org.jspecify.annotations.NullMarked;
