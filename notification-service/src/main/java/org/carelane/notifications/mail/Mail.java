package org.carelane.notifications.mail;

/**
 * @param id equal for every attempt to send this mail: it becomes the Message-ID, by which a mail
 *     that comes twice is recognised
 * @param address of the recipient, as it was entered
 * @param subject one line
 */
public record Mail(
    String id, String address, String recipientName, String subject, String text, String html) {}
