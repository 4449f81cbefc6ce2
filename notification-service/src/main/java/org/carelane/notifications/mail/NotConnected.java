package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;

/** There is no connection to the SMTP server, or it does not want us. */
final class NotConnected extends MessagingException {

  private static final long serialVersionUID = 1L;

  NotConnected(MessagingException cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
