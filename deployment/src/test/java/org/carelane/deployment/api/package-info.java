/** The description of the whole API, and what may change in it. */
@NullMarked
package org.carelane.deployment.api;

import org.jspecify.annotations.NullMarked;
