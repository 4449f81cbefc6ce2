package org.carelane.messaging;

/**
 * A message that a listener handles.
 *
 * @param content what it means to the listener
 */
public record Received<T>(Message message, T content) {}
