package org.carelane.chat.message;

import java.time.Instant;
import java.util.List;

/** Event on {@code chat.events}, keyed by conversation. The text stays in the database. */
public record MessageSent(
    String messageId,
    String conversationId,
    String senderId,
    List<String> recipientIds,
    Instant occurredAt) {}
