package org.carelane.notifications.mail;

/**
 * @param id the same for every attempt to send this mail; becomes the Message-ID, by which mail
 *     programs recognise a mail that comes twice
 * @param address of the recipient, as it was entered
 * @param subject one line
 */
public record Mail(
    String id, String address, String recipientName, String subject, String text, String html) {}
