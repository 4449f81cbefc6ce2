package org.carelane.notifications.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.carelane.documents.CompareAndSet;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.notifications.notification.NotificationCommand.SendCancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries out commands, any number of times: one mail, and always the same answer. New mails are
 * sent first and stored with what came of it; a command is redelivered until that is done.
 */
@Component
public class NotificationProcess implements BatchHandler<NotificationCommand> {

  private static final Logger log = LoggerFactory.getLogger(NotificationProcess.class);

  private final Notifications notifications;
  private final NotificationMessages messages;
  private final NotificationMetrics metrics;
  private final FirstAttempts firstAttempts;
  private final MailSenders senders;
  private final MailCalls calls;
  private final DeliveryProperties properties;
  private final Traces traces;
  private final Clock clock;

  NotificationProcess(
      Notifications notifications,
      NotificationMessages messages,
      NotificationMetrics metrics,
      FirstAttempts firstAttempts,
      MailSenders senders,
      MailCalls calls,
      DeliveryProperties properties,
      Traces traces,
      Clock clock) {
    this.notifications = notifications;
    this.messages = messages;
    this.metrics = metrics;
    this.firstAttempts = firstAttempts;
    this.senders = senders;
    this.calls = calls;
    this.properties = properties;
    this.traces = traces;
    this.clock = clock;
  }

  @Override
  public List<Received<NotificationCommand>> handleAll(List<Received<NotificationCommand>> batch) {
    var sends = onlySends(batch);
    var lost = sends.isEmpty() ? Set.<String>of() : send(sends);
    return batch.stream()
        .filter(it -> !sends.contains(it) || lost.contains(it.content().notificationId()))
        .toList();
  }

  /** Several commands about one appointment are handled one by one, in their order. */
  private List<Received<NotificationCommand>> onlySends(List<Received<NotificationCommand>> batch) {
    var ids = batch.stream().flatMap(it -> it.content().notificationIds().stream()).distinct();
    var stored = notifications.find(ids.toList());
    return batch.stream()
        .collect(groupingBy(it -> it.content().appointmentId(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .filter(sameAppointment -> sameAppointment.size() == 1)
        .map(List::getFirst)
        .filter(it -> it.content().onlySends(stored))
        .toList();
  }

  /**
   * @return ids of notifications that somebody else has stored meanwhile
   */
  private Set<String> send(List<Received<NotificationCommand>> commands) {
    var attempts = firstAttempts.make(commands);
    var lost = notifications.insert(attempts.stream().map(FirstAttempt::outcome).toList());
    for (var attempt : attempts) {
      if (attempt.isAnswered() && !lost.contains(attempt.begun().id())) {
        metrics.changed(attempt.begun(), attempt.outcome());
      } else {
        applyAnswer(attempt.begun(), attempt.answerWhenStored(calls));
      }
    }
    return lost;
  }

  @Override
  public void handle(NotificationCommand command) {
    if (command instanceof SendCancellation cancellation) {
      withdrawConfirmation(cancellation.appointmentId(), cancellation.patientId());
    }
    var now = now();
    var claimedUntil = senders.hasRoom() ? claimedUntil(now) : now;
    var begun = Notification.begun(command, traces.current(), now, claimedUntil);
    var stored =
        change(
            begun.id(),
            known -> known.map(it -> messages.answering(it, command.commandId())).orElse(begun));
    if (stored.hasSameClaimAs(begun)) {
      sendStored(stored);
    }
  }

  /** The confirmation is not sent any more, whether it was asked for or is yet to be. */
  void withdrawConfirmation(String appointmentId, String patientId) {
    var now = now();
    change(
        Notification.id(NotificationKind.CONFIRMATION, appointmentId, patientId),
        known ->
            known
                .map(it -> it.withdrawn(now))
                .orElseGet(() -> Notification.neverToSend(appointmentId, patientId, now)));
  }

  List<Notification> due() {
    return senders.hasRoom() ? notifications.due(now(), senders.room()) : List.of();
  }

  void sendAgain(Notification due) {
    sendStored(notifications.save(due.claimed(claimedUntil(now()))));
  }

  private void sendStored(Notification claimed) {
    applyAnswer(claimed, calls.sendStored(claimed));
  }

  private void applyAnswer(Notification sent, CompletableFuture<Optional<MailAnswer>> answer) {
    answer
        .thenAccept(it -> it.ifPresent(present -> apply(sent, present)))
        .exceptionally(
            e -> {
              log.warn("{} is tried again when its claim has run out: {}", sent.id(), e.toString());
              return null;
            });
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
          metrics.changed(before, saved);
          return saved;
        });
  }

  private Instant claimedUntil(Instant now) {
    return now.plus(properties.claimFor());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
