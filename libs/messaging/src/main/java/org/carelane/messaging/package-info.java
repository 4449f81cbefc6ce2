/**
 * Messages between services, sent if and only if their cause is saved.
 *
 * <p>Sending: an aggregate saves its state and the messages it causes in one document; the {@link
 * org.carelane.messaging.OutboxRelay} publishes them afterwards, at least once. Receiving: a
 * handler is idempotent and reads a {@link org.carelane.messaging.Message}; failures are retried,
 * and records nobody can handle are parked on {@code <topic>.dlt}.
 */
@NullMarked
package org.carelane.messaging;

import org.jspecify.annotations.NullMarked;
