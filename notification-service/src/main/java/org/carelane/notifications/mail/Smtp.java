package org.carelane.notifications.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import org.carelane.notifications.mail.SendResult.Accepted;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends mails to the SMTP server, on one connection per concurrent sender. */
@Component
public class Smtp {

  private static final Duration KEPT_OPEN = Duration.ofSeconds(10);

  private final JavaMailSenderImpl server;
  private final Clock clock;
  private final InternetAddress from;
  private final ConcurrentLinkedDeque<SmtpConnection> free = new ConcurrentLinkedDeque<>();

  Smtp(JavaMailSenderImpl server, Clock clock, MailProperties properties)
      throws AddressException, UnsupportedEncodingException {
    this.server = server;
    this.clock = clock;
    this.from = new InternetAddress(properties.from(), true);
    from.setPersonal("Carelane", "UTF-8");
  }

  /** Makes one attempt. */
  public SendResult send(Mail mail) {
    var recent = free.pollFirst();
    var connection = recent == null ? new SmtpConnection(server) : recent;
    try {
      var now = clock.instant();
      connection.send(new MimeMail(server.getSession(), from, mail, Date.from(now)), now);
      return new Accepted();
    } catch (MessagingException | RuntimeException e) {
      return SendResult.of(e, connection::canConnect);
    } finally {
      free.addFirst(connection);
    }
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void closeIdleConnections() {
    var before = clock.instant().minus(KEPT_OPEN);
    for (var connection = free.pollLast(); connection != null; connection = free.pollLast()) {
      if (!connection.isIdleSince(before)) {
        free.addLast(connection);
        return;
      }
      connection.close();
    }
  }

  @PreDestroy
  void close() {
    for (var connection = free.pollLast(); connection != null; connection = free.pollLast()) {
      connection.close();
    }
  }
}
