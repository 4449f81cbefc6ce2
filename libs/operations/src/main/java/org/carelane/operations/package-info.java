/** How a service comes and goes without a request being lost. */
@NullMarked
package org.carelane.operations;

import org.jspecify.annotations.NullMarked;
