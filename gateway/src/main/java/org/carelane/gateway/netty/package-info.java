/** What is answered before there is a request that filters could look at. */
@NullMarked
package org.carelane.gateway.netty;

import org.jspecify.annotations.NullMarked;
