package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.carelane.messaging.Traces;
import org.carelane.notifications.letter.PrintedLetter;
import org.carelane.notifications.mail.Mail;
import org.carelane.notifications.mail.SendResult.Accepted;
import org.carelane.notifications.mail.SendResult.Rejected;
import org.carelane.notifications.mail.SendResult.Unreachable;
import org.carelane.notifications.mail.Smtp;
import org.carelane.notifications.notification.DeliveryState.Pending;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.stereotype.Component;

/**
 * One attempt to send a mail. At least once: a process that dies after the SMTP server took the
 * mail and before that is saved leaves it to be sent again, with the same Message-ID.
 */
@Component
class Delivery {

  private final Notifications notifications;
  private final Recipients recipients;
  private final Smtp smtp;
  private final Progress progress;
  private final DeliveryProperties limits;
  private final Traces traces;
  private final Clock clock;

  Delivery(
      Notifications notifications,
      Recipients recipients,
      Smtp smtp,
      Progress progress,
      DeliveryProperties limits,
      Traces traces,
      Clock clock) {
    this.notifications = notifications;
    this.recipients = recipients;
    this.smtp = smtp;
    this.progress = progress;
    this.limits = limits;
    this.traces = traces;
    this.clock = clock;
  }

  /** A mail waits for its turn. If it was withdrawn or claimed anew meanwhile, it is not sent. */
  void attempt(Notification claimed) {
    if (claimed.state() instanceof Pending pending && isUnchanged(claimed)) {
      traces.within(claimed.traceparent(), () -> attempt(claimed, pending));
    }
  }

  private boolean isUnchanged(Notification claimed) {
    return notifications
        .find(claimed.id())
        .filter(current -> Objects.equals(current.version(), claimed.version()))
        .isPresent();
  }

  /** The account may be announced after its first appointment: a missing address may come yet. */
  private void attempt(Notification claimed, Pending pending) {
    var outcome =
        recipients
            .find(claimed.recipientId())
            .map(recipient -> send(claimed, pending, recipient))
            .orElseGet(() -> failed(UndeliverableReason.NO_ADDRESS, "no address"));
    progress.apply(claimed, outcome);
  }

  private UnaryOperator<Notification> send(
      Notification claimed, Pending pending, Recipient recipient) {
    var result = smtp.send(mail(claimed, pending, recipient));
    var now = now();
    return switch (result) {
      case Accepted _ -> it -> it.accepted(now);
      case Rejected(var cause) -> it -> it.rejected(cause, now);
      case Unreachable(var cause) -> failed(UndeliverableReason.UNREACHABLE, cause);
    };
  }

  private UnaryOperator<Notification> failed(UndeliverableReason reason, String cause) {
    var now = now();
    return it -> it.failed(reason, cause, now, limits);
  }

  private static Mail mail(Notification claimed, Pending pending, Recipient recipient) {
    var printed = PrintedLetter.of(pending.letter(), recipient.name());
    return new Mail(
        claimed.kind().name().toLowerCase(Locale.ROOT) + "." + claimed.appointmentId(),
        recipient.email(),
        recipient.name(),
        printed.subject(),
        printed.text(),
        printed.html());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
