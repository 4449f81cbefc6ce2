/**
 * What a test needs around one service, on real wire protocols: {@link
 * org.carelane.testservers.WithServers} brings a database and a broker, {@link
 * org.carelane.testservers.TestTokens} signs callers in, {@link
 * org.carelane.testservers.TestMessages} plays the other services and {@link
 * org.carelane.testservers.RecordedMessages} reads what the service sends. For tests only.
 */
@NullMarked
package org.carelane.testservers;

import org.jspecify.annotations.NullMarked;
