/**
 * Black-box tests of the whole fleet: {@link org.carelane.e2e.RunningFleet} starts it as {@code
 * ./fleet} does, and everything a test does goes through the gateway, but for what the issue of a
 * test is behind it: processes, logs, metrics, mails, records.
 */
@NullMarked
package org.carelane.e2e;

import org.jspecify.annotations.NullMarked;
