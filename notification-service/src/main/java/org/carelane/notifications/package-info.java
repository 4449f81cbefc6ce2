/**
 * Tells people about their appointments. {@code notification} carries out the booking's commands:
 * one e-mail for each, until it is accepted, refused, given up or withdrawn. {@code inbox} records
 * what happened to an appointment for its doctor and patient to read in the app. {@code letter} has
 * the words of e-mails, {@code mail} hands them to an SMTP server, {@code recipient} knows the
 * addresses. Arrows: notification → letter, mail, recipient; inbox stands alone. What is sent is
 * health data: never in logs.
 */
@NullMarked
package org.carelane.notifications;

import org.jspecify.annotations.NullMarked;
