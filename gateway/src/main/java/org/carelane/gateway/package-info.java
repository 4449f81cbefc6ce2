/**
 * The one public entry. {@code routing} has the routes to services, circuit breakers and retries;
 * {@code limits} bounds what a client may send; {@code security} verifies access tokens; {@code
 * trace} gives each request a trace; {@code docs} collects the API descriptions. The gateway
 * authorizes nothing: every service does that itself.
 */
@NullMarked
package org.carelane.gateway;

import org.jspecify.annotations.NullMarked;
