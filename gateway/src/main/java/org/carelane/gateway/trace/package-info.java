/** One trace id per request: sent on, logged, and told to the client. */
@NullMarked
package org.carelane.gateway.trace;

import org.jspecify.annotations.NullMarked;
