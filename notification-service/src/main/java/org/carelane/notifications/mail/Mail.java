package org.carelane.notifications.mail;

import org.jspecify.annotations.Nullable;

/**
 * @param id the same for every attempt to send this mail; becomes the Message-ID, by which mail
 *     programs recognise a mail that comes twice
 * @param address of the recipient, as it was entered
 * @param recipientName {@code null} if none is to be shown
 * @param subject one line
 */
public record Mail(
    String id,
    String address,
    @Nullable String recipientName,
    String subject,
    String text,
    String html) {}
