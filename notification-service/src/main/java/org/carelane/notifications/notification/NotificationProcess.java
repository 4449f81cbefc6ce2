package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.Traces;
import org.carelane.notifications.notification.NotificationCommand.SendCancellation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Loads a notification, lets it decide, saves it, and sends its mail. However often a command
 * comes, there is one mail and always the same reply.
 */
@Component
class NotificationProcess {

  private static final Logger log = LoggerFactory.getLogger(NotificationProcess.class);

  private final Notifications notifications;
  private final NotificationMessages messages;
  private final NotificationMetrics metrics;
  private final MailSenders senders;
  private final MailOutage outage;
  private final MailCalls calls;
  private final DeliveryProperties properties;
  private final Traces traces;
  private final Clock clock;

  NotificationProcess(
      Notifications notifications,
      NotificationMessages messages,
      NotificationMetrics metrics,
      MailSenders senders,
      MailOutage outage,
      MailCalls calls,
      DeliveryProperties properties,
      Traces traces,
      Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.metrics = metrics;
    this.senders = senders;
    this.outage = outage;
    this.calls = calls;
    this.properties = properties;
    this.traces = traces;
    this.clock = clock;
  }

  /** Returns when the notification is saved, without waiting for its mail. */
  void handle(NotificationCommand command) {
    if (command instanceof SendCancellation cancellation) {
      withdrawConfirmation(cancellation.appointmentId(), cancellation.patientId());
    }
    var begun = begin(command, traces.current());
    var saved =
        change(
            begun.id(),
            known -> known.map(it -> messages.answering(it, command.commandId())).orElse(begun));
    if (saved.hasSameClaimAs(begun)) {
      send(saved);
    }
  }

  /**
   * Reserved for this process to send now; due for any process if too many mails wait here, or the
   * server is away.
   */
  Notification begin(NotificationCommand command, @Nullable String traceparent) {
    var now = now();
    return Notification.begun(command, traceparent, now, canSend() ? claimedUntil(now) : now);
  }

  private boolean canSend() {
    return senders.hasRoom() && !outage.isAway();
  }

  /** Withdraws the confirmation, even if its command has not come yet. */
  void withdrawConfirmation(String appointmentId, String patientId) {
    var now = now();
    change(
        Notification.id(NotificationKind.CONFIRMATION, appointmentId, patientId),
        known ->
            known
                .map(it -> it.withdrawn(now))
                .orElseGet(() -> Notification.neverToSend(appointmentId, patientId, now)));
  }

  /** Resumes a mail that is due, unless another process just did. */
  void resume(Notification due) {
    send(notifications.save(due.claimed(claimedUntil(now()))));
  }

  private void send(Notification claimed) {
    follow(claimed, calls.sendStored(claimed));
  }

  /**
   * Applies the answer when it comes. If that fails, the mail is due when its claim runs out; if
   * the service stops before the mail is sent, it is due at once.
   */
  void follow(Notification sent, CompletableFuture<Optional<MailAnswer>> call) {
    call.exceptionallyCompose(
            e -> isStopping(e) ? giveBack(sent) : CompletableFuture.failedFuture(e))
        .thenAccept(answer -> answer.ifPresent(it -> apply(sent, it)))
        .exceptionally(
            e -> {
              log.warn("{} is left for later: {}", sent.id(), e.toString());
              return null;
            });
  }

  private static boolean isStopping(Throwable e) {
    return e instanceof RejectedExecutionException
        || e.getCause() instanceof RejectedExecutionException;
  }

  private CompletableFuture<Optional<MailAnswer>> giveBack(Notification claimed) {
    change(claimed.id(), known -> known.orElseThrow().givenBack(claimed, now()));
    return CompletableFuture.completedFuture(Optional.empty());
  }

  void apply(Notification sent, MailAnswer answer) {
    traces.within(
        sent.traceparent(),
        () -> change(sent.id(), known -> known.orElseThrow().on(answer, properties)));
  }

  /** Loads, lets the notification decide, and saves what changed together with its replies. */
  private Notification change(String id, Function<Optional<Notification>, Notification> decide) {
    return CompareAndSet.repeat(
        () -> {
          var before = notifications.find(id).orElse(null);
          var after = messages.causedBy(before, decide.apply(Optional.ofNullable(before)));
          if (after.equals(before)) {
            return after;
          }
          var saved = notifications.save(after);
          note(before, saved);
          return saved;
        });
  }

  void note(@Nullable Notification before, Notification saved) {
    metrics.changed(before, saved);
  }

  private Instant claimedUntil(Instant now) {
    return now.plus(properties.claimFor());
  }

  private Instant now() {
    return clock.instant();
  }
}
