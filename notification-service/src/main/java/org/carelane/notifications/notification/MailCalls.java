package org.carelane.notifications.notification;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.carelane.messaging.Traces;
import org.carelane.notifications.mail.Smtp;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.stereotype.Component;

/**
 * Sends mails, at least once: when a process dies after the server took a mail and before that is
 * saved, the mail is sent again, with the same Message-ID. The answer is empty if the mail was not
 * sent; the call fails if the service stops first.
 */
@Component
class MailCalls {

  private final MailSenders senders;
  private final MailOutage outage;
  private final Smtp smtp;
  private final Notifications notifications;
  private final Recipients recipients;
  private final DeliveryProperties properties;
  private final Traces traces;
  private final Clock clock;

  MailCalls(
      MailSenders senders,
      MailOutage outage,
      Smtp smtp,
      Notifications notifications,
      Recipients recipients,
      DeliveryProperties properties,
      Traces traces,
      Clock clock) {
    this.senders = senders;
    this.outage = outage;
    this.smtp = smtp;
    this.notifications = notifications;
    this.recipients = recipients;
    this.properties = properties;
    this.traces = traces;
    this.clock = clock;
  }

  /** Sends a new mail before it is stored, unless its turn comes too late or it has no claim. */
  CompletableFuture<Optional<MailAnswer>> sendNew(
      Notification begun, Optional<Recipient> recipient, Instant startBefore) {
    if (!leavesTimeToSend(begun)) {
      return completedFuture(Optional.empty());
    }
    return inTurn(
        begun,
        () ->
            clock.instant().isBefore(startBefore) && outage.letsThrough()
                ? Optional.of(send(begun, recipient))
                : Optional.empty());
  }

  /**
   * Sends a stored mail, unless it was withdrawn or claimed by another process before its turn, or
   * the server is away when its turn comes.
   */
  CompletableFuture<Optional<MailAnswer>> sendStored(Notification claimed) {
    if (!leavesTimeToSend(claimed)) {
      return completedFuture(Optional.empty());
    }
    return inTurn(
        claimed,
        () ->
            leavesTimeToSend(claimed) && isStillClaimed(claimed)
                ? Optional.of(sendUnlessAway(claimed))
                : Optional.empty());
  }

  /** After the save: the first call's answer, or a second call if the first sent nothing. */
  CompletableFuture<Optional<MailAnswer>> orSendStored(
      Notification begun, CompletableFuture<Optional<MailAnswer>> first) {
    return first.thenCompose(
        answer -> answer.isPresent() ? completedFuture(answer) : sendStored(begun));
  }

  static Optional<MailAnswer> answerSoFar(CompletableFuture<Optional<MailAnswer>> call) {
    return call.isCompletedExceptionally() ? Optional.empty() : call.getNow(Optional.empty());
  }

  /** Waits until all have answered or the time is over. */
  static void await(List<CompletableFuture<Optional<MailAnswer>>> calls, Duration atMost) {
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(_ -> null)
        .join();
  }

  private <T> CompletableFuture<T> inTurn(Notification notification, Supplier<T> attempt) {
    return senders.inTurn(() -> traces.within(notification.traceparent(), attempt));
  }

  /** An attempt may take up to half of the claim. */
  private boolean leavesTimeToSend(Notification claimed) {
    var half = properties.claimFor().dividedBy(2);
    return claimed.state() instanceof Pending pending
        && clock.instant().isBefore(pending.nextAttemptAt().minus(half));
  }

  private boolean isStillClaimed(Notification claimed) {
    return notifications.find(claimed.id()).filter(claimed::hasSameClaimAs).isPresent();
  }

  private MailAnswer sendUnlessAway(Notification claimed) {
    return outage.letsThrough()
        ? send(claimed, recipients.find(claimed.recipientId()))
        : new MailAnswer.ServerAway("not tried", now());
  }

  private MailAnswer send(Notification notification, Optional<Recipient> recipient) {
    return recipient.map(it -> send(notification, it)).orElseGet(() -> MailAnswer.noAddress(now()));
  }

  private MailAnswer send(Notification notification, Recipient recipient) {
    var answer = MailAnswer.of(smtp.send(notification.mailTo(recipient)), now());
    outage.heard(answer);
    return answer;
  }

  private Instant now() {
    return clock.instant();
  }
}
