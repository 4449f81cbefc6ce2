/** Sends e-mails to an SMTP server. */
@NullMarked
package org.carelane.notifications.mail;

import org.jspecify.annotations.NullMarked;
