/**
 * Chat between a doctor and a patient. {@code conversation} has one conversation per pair, begun by
 * their first confirmed appointment, or when the doctor gets an account after that. {@code message}
 * has the messages, in one order per conversation. {@code live} sends them to open STOMP sessions
 * on all replicas. Dependencies: live → message → conversation. Texts are health data: they are in
 * the database and in answers to the two people, never in logs or in Kafka.
 */
@NullMarked
package org.carelane.chat;

import org.jspecify.annotations.NullMarked;
