/** The API descriptions of all services, on one page. */
@NullMarked
package org.carelane.gateway.docs;

import org.jspecify.annotations.NullMarked;
