/**
 * E-mails and in-app messages about appointments. {@code notification} carries out the booking's
 * commands: one e-mail for each, until it is accepted, refused, given up or withdrawn. {@code
 * inbox} has what doctor and patient read in the app. {@code letter} has the texts of e-mails,
 * {@code mail} sends them by SMTP, {@code recipient} has the addresses. Dependencies: notification
 * → letter, mail, recipient; inbox has none. Texts are health data: never in logs.
 */
@NullMarked
package org.carelane.notifications;

import org.jspecify.annotations.NullMarked;
