/**
 * The one public door. {@code routing} knows which service answers a path and what happens when it
 * does not; {@code limits} bounds what a client may send; {@code security} checks who it says it
 * is; {@code trace} names each request; {@code docs} collects the API descriptions. The gateway
 * verifies tokens but authorizes nothing: every service decides for itself.
 */
@NullMarked
package org.carelane.gateway;

import org.jspecify.annotations.NullMarked;
