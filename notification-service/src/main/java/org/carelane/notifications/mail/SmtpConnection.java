package org.carelane.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** One connection to the SMTP server, kept open between mails. Not thread-safe. */
final class SmtpConnection {

  private final JavaMailSenderImpl server;
  private @Nullable Transport transport;
  private Instant usedAt = Instant.MIN;

  SmtpConnection(JavaMailSenderImpl server) {
    this.server = server;
  }

  /** Closes the connection after a failure. */
  void send(MimeMessage mail, Instant now) throws MessagingException {
    try {
      connected().sendMessage(mail, mail.getAllRecipients());
      usedAt = now;
    } catch (MessagingException | RuntimeException e) {
      close();
      throw e;
    }
  }

  boolean isIdleSince(Instant instant) {
    return usedAt.isBefore(instant);
  }

  /** Asks the server whether it is still there (NOOP) before it gets the next mail. */
  private Transport connected() throws NotConnected {
    if (transport == null || !transport.isConnected()) {
      close();
      transport = connect();
    }
    return transport;
  }

  /** Whether the server takes a connection. It is kept for the next mail. */
  boolean canConnect() {
    try {
      connected();
      return true;
    } catch (NotConnected e) {
      return false;
    }
  }

  private Transport connect() throws NotConnected {
    try {
      var transport = server.getSession().getTransport("smtp");
      transport.connect(
          server.getHost(),
          server.getPort(),
          textOrNull(server.getUsername()),
          textOrNull(server.getPassword()));
      return transport;
    } catch (MessagingException e) {
      throw new NotConnected(e);
    }
  }

  void close() {
    if (transport != null) {
      try {
        transport.close();
      } catch (MessagingException e) {
        // it was closed already
      }
      transport = null;
    }
  }

  private static @Nullable String textOrNull(@Nullable String text) {
    return StringUtils.hasLength(text) ? text : null;
  }
}
