/** E-mails on their way to an SMTP server. */
@NullMarked
package org.carelane.notifications.mail;

import org.jspecify.annotations.NullMarked;
