package org.carelane.notifications.notification;

import java.time.Instant;

/**
 * @param result "accepted", the SMTP server's reply code, or what went wrong; never the server's
 *     text
 */
public record Attempt(Instant at, String result) {}
