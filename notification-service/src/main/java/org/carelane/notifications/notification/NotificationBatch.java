package org.carelane.notifications.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.carelane.messaging.BatchHandler;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.stereotype.Component;

/**
 * Handles many commands at once. New mails are sent concurrently; then all notifications are saved
 * with one command, each with its outcome. Other commands are handled one by one.
 */
@Component
public class NotificationBatch implements BatchHandler<NotificationCommand> {

  private final NotificationProcess process;
  private final Notifications notifications;
  private final NotificationMessages messages;
  private final MailCalls calls;
  private final Recipients recipients;
  private final DeliveryProperties properties;
  private final Traces traces;

  NotificationBatch(
      NotificationProcess process,
      Notifications notifications,
      NotificationMessages messages,
      MailCalls calls,
      Recipients recipients,
      DeliveryProperties properties,
      Traces traces) {
    this.process = process;
    this.notifications = notifications;
    this.messages = messages;
    this.calls = calls;
    this.recipients = recipients;
    this.properties = properties;
    this.traces = traces;
  }

  /** A command whose mail is being sent. */
  private record Sent(
      Received<NotificationCommand> received,
      Notification begun,
      CompletableFuture<Optional<MailAnswer>> call) {}

  /**
   * @param notification what to save: as begun if there was no answer in time
   */
  private record Outcome(Sent sent, Notification notification) {

    boolean isAnswered() {
      return !notification.equals(sent.begun());
    }
  }

  @Override
  public void handle(NotificationCommand command) {
    process.handle(command);
  }

  @Override
  public List<Received<NotificationCommand>> handleAll(List<Received<NotificationCommand>> batch) {
    var sends = onlySends(batch);
    var lost = sends.isEmpty() ? Set.<String>of() : sendAndSave(sends);
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

  private Set<String> sendAndSave(List<Received<NotificationCommand>> commands) {
    var patients = commands.stream().map(it -> it.content().patientId()).distinct().toList();
    var known = recipients.find(patients);
    var sent = commands.stream().map(it -> it.within(() -> send(it, known))).toList();
    MailCalls.await(sent.stream().map(Sent::call).toList(), properties.answerWithin());
    return saveAll(sent.stream().map(it -> it.received().within(() -> outcome(it))).toList());
  }

  private Sent send(Received<NotificationCommand> received, Map<String, Recipient> known) {
    var begun = process.begin(received.content(), traces.current());
    var recipient = Optional.ofNullable(known.get(begun.recipientId()));
    var startBefore = begun.createdAt().plus(properties.answerWithin());
    return new Sent(received, begun, calls.sendNew(begun, recipient, startBefore));
  }

  private Outcome outcome(Sent sent) {
    var outcome =
        MailCalls.answerSoFar(sent.call())
            .map(answer -> sent.begun().on(answer, properties))
            .map(after -> messages.causedBy(sent.begun(), after));
    return new Outcome(sent, outcome.orElse(sent.begun()));
  }

  /**
   * @return ids of notifications that another process has saved meanwhile
   */
  private Set<String> saveAll(List<Outcome> outcomes) {
    var lost = notifications.insert(outcomes.stream().map(Outcome::notification).toList());
    for (var outcome : outcomes) {
      var sent = outcome.sent();
      if (outcome.isAnswered() && !lost.contains(sent.begun().id())) {
        sent.received().within(() -> process.note(sent.begun(), outcome.notification()));
      } else {
        process.follow(sent.begun(), calls.orSendStored(sent.begun(), sent.call()));
      }
    }
    return lost;
  }
}
