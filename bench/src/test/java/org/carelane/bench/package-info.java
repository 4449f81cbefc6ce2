/**
 * Load on a running fleet. Every simulation prepares what it needs through the public API and those
 * that book check afterwards that nothing was lost, doubled or left behind.
 */
@NullMarked
package org.carelane.bench;

import org.jspecify.annotations.NullMarked;
