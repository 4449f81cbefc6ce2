package org.carelane.notifications.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carelane.messaging.Received;
import org.carelane.messaging.Traces;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.springframework.stereotype.Component;

/** Sends new mails side by side, before their notifications are stored. */
@Component
class FirstAttempts {

  /**
   * @param answer empty if the mail was not sent
   */
  private record Call(
      Received<NotificationCommand> received,
      Notification begun,
      CompletableFuture<Optional<MailAnswer>> answer) {}

  private final MailSenders senders;
  private final MailCalls calls;
  private final NotificationMessages messages;
  private final Recipients recipients;
  private final DeliveryProperties properties;
  private final Traces traces;
  private final Clock clock;

  FirstAttempts(
      MailSenders senders,
      MailCalls calls,
      NotificationMessages messages,
      Recipients recipients,
      DeliveryProperties properties,
      Traces traces,
      Clock clock) {
    this.senders = senders;
    this.calls = calls;
    this.messages = messages;
    this.recipients = recipients;
    this.properties = properties;
    this.traces = traces;
    this.clock = clock;
  }

  /** Comes back when all are answered, or when it has waited long enough. */
  List<FirstAttempt> make(List<Received<NotificationCommand>> commands) {
    var patients = commands.stream().map(it -> it.content().patientId()).distinct().toList();
    var known = recipients.find(patients);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var begun = commands.stream().map(it -> it.within(() -> begin(it, known, now))).toList();
    await(begun);
    return begun.stream().map(this::attempt).toList();
  }

  private Call begin(
      Received<NotificationCommand> received, Map<String, Recipient> known, Instant now) {
    var command = received.content();
    var traceparent = traces.current();
    if (!senders.hasRoom()) {
      var due = Notification.begun(command, traceparent, now, now);
      return new Call(received, due, CompletableFuture.completedFuture(Optional.empty()));
    }
    var begun = Notification.begun(command, traceparent, now, now.plus(properties.claimFor()));
    var recipient = Optional.ofNullable(known.get(command.patientId()));
    var startBefore = now.plus(properties.answerWithin());
    return new Call(received, begun, calls.sendNew(begun, recipient, startBefore));
  }

  private void await(List<Call> calls) {
    var answers = calls.stream().map(Call::answer).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(answers)
          .get(properties.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // those without an answer are stored as pending
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FirstAttempt attempt(Call call) {
    var outcome = call.received().within(() -> outcomeSoFar(call));
    return new FirstAttempt(call.begun(), outcome, call.answer());
  }

  private Notification outcomeSoFar(Call call) {
    var begun = call.begun();
    return answerSoFar(call.answer())
        .map(answer -> messages.causedBy(begun, begun.on(answer, properties)))
        .orElse(begun);
  }

  private static Optional<MailAnswer> answerSoFar(CompletableFuture<Optional<MailAnswer>> answer) {
    return answer.isCompletedExceptionally() ? Optional.empty() : answer.getNow(Optional.empty());
  }
}
