/** How a service is watched: {@code operations.yml}, and what of its traces leaves the house. */
@NullMarked
package org.carelane.operations;

import org.jspecify.annotations.NullMarked;
