/**
 * Health, metrics and tracing of a service, with {@code operations.yml}; and how it starts and
 * stops without losing a request.
 */
@NullMarked
package org.carelane.operations;

import org.jspecify.annotations.NullMarked;
