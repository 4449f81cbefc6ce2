package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** One connection to the SMTP server, kept open between mails. Not for several threads. */
final class SmtpLine {

  private final JavaMailSenderImpl server;
  private @Nullable Transport connection;
  private Instant usedAt = Instant.MIN;

  SmtpLine(JavaMailSenderImpl server) {
    this.server = server;
  }

  /** After a failure the connection is not trusted any more. */
  void send(MimeMessage mail, Instant now) throws MessagingException {
    try {
      connected().sendMessage(mail, mail.getAllRecipients());
      usedAt = now;
    } catch (MessagingException | RuntimeException e) {
      hangUp();
      throw e;
    }
  }

  boolean isIdleSince(Instant instant) {
    return usedAt.isBefore(instant);
  }

  /** Asks the server whether it is still there (NOOP) before it gets the next mail. */
  private Transport connected() throws MessagingException {
    if (connection == null || !connection.isConnected()) {
      hangUp();
      connection = connect();
    }
    return connection;
  }

  private Transport connect() throws MessagingException {
    var transport = server.getSession().getTransport("smtp");
    transport.connect(
        server.getHost(),
        server.getPort(),
        textOrNull(server.getUsername()),
        textOrNull(server.getPassword()));
    return transport;
  }

  void hangUp() {
    if (connection != null) {
      try {
        connection.close();
      } catch (MessagingException e) {
        // it was dead already
      }
      connection = null;
    }
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return StringUtils.hasLength(text) ? text : null;
  }
}
