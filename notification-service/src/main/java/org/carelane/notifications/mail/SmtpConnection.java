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
  private Transport connected() throws MessagingException {
    if (transport == null || !transport.isConnected()) {
      close();
      transport = connect();
    }
    return transport;
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
