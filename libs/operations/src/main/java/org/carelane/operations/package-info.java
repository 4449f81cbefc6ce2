/**
 * How a service is watched: {@code operations.yml}, and what of its traces leaves the house; and
 * how it comes and goes without a request being lost.
 */
@NullMarked
package org.carelane.operations;

import org.jspecify.annotations.NullMarked;
