/**
 * How a service is watched, and what of its traces leaves the house; how it comes and goes without
 * a request being lost. The settings are in {@code operations.yml}.
 */
@NullMarked
package org.carelane.operations;

import org.jspecify.annotations.NullMarked;
