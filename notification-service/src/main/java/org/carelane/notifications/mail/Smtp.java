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

/** The SMTP server, on as many connections as there are senders at a time. */
@Component
public class Smtp {

  private static final Duration KEPT_OPEN = Duration.ofSeconds(10);

  private final JavaMailSenderImpl server;
  private final Clock clock;
  private final InternetAddress from;
  private final ConcurrentLinkedDeque<SmtpLine> free = new ConcurrentLinkedDeque<>();

  Smtp(JavaMailSenderImpl server, Clock clock, MailProperties properties)
      throws AddressException, UnsupportedEncodingException {
    this.server = server;
    this.clock = clock;
    this.from = new InternetAddress(properties.from(), true);
    from.setPersonal("Carelane", "UTF-8");
  }

  /** Tries once. */
  public SendResult send(Mail mail) {
    var recent = free.pollFirst();
    var line = recent == null ? new SmtpLine(server) : recent;
    try {
      var now = clock.instant();
      line.send(new MimeMail(server.getSession(), from, mail, Date.from(now)), now);
      return new Accepted();
    } catch (MessagingException | RuntimeException e) {
      return SendResult.of(e);
    } finally {
      free.addFirst(line);
    }
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void hangUpIdleLines() {
    var before = clock.instant().minus(KEPT_OPEN);
    for (var line = free.pollLast(); line != null; line = free.pollLast()) {
      if (!line.isIdleSince(before)) {
        free.addLast(line);
        return;
      }
      line.hangUp();
    }
  }

  @PreDestroy
  void hangUp() {
    for (var line = free.pollLast(); line != null; line = free.pollLast()) {
      line.hangUp();
    }
  }
}
