/**
 * The fleet on one machine. {@link org.carelane.local.Services} is the table of what runs; {@link
 * org.carelane.local.Fleet} starts, kills and stops it, for {@code ./fleet} and for the e2e suite
 * alike. Each service is a process of its own, remembered by a file in {@code .fleet/run}.
 */
@NullMarked
package org.carelane.local;

import org.jspecify.annotations.NullMarked;
