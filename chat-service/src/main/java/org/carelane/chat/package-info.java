/**
 * Doctor and patient talk. {@code conversation} holds who may talk to whom: one conversation per
 * pair, begun by their first confirmed appointment. {@code message} holds what they say, in one
 * order per conversation. {@code live} carries it to open STOMP sessions, on whichever replica they
 * are. Arrows: live → message → conversation. What people write is health data: it is in the
 * database and in their replies, never in logs or in Kafka.
 */
@NullMarked
package org.carelane.chat;

import org.jspecify.annotations.NullMarked;
