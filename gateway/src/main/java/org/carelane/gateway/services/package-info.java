/** How the services are, as seen from here, for administrators. */
@NullMarked
package org.carelane.gateway.services;

import org.jspecify.annotations.NullMarked;
