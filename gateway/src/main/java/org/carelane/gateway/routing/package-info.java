/** Routes to services, circuit breakers, retries and load balancing. */
@NullMarked
package org.carelane.gateway.routing;

import org.jspecify.annotations.NullMarked;
