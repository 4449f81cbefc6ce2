package org.carelane.notifications.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.carelane.messaging.OutboxMessage;
import org.carelane.notifications.letter.RenderedLetter;
import org.carelane.notifications.mail.Mail;
import org.carelane.notifications.notification.MailAnswer.Accepted;
import org.carelane.notifications.notification.MailAnswer.Failed;
import org.carelane.notifications.notification.MailAnswer.Rejected;
import org.carelane.notifications.notification.MailAnswer.ServerAway;
import org.carelane.notifications.notification.NotificationState.Delivered;
import org.carelane.notifications.notification.NotificationState.Pending;
import org.carelane.notifications.notification.NotificationState.Undeliverable;
import org.carelane.notifications.notification.NotificationState.Withdrawn;
import org.carelane.notifications.recipient.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An e-mail to a patient about an appointment. The id is made of kind, appointment and recipient,
 * so there is only one of each. Nothing changes a final state.
 *
 * @param attempts all that were made, oldest first
 * @param traceparent the trace of the command, in which the mail is sent
 */
@Document(Notification.COLLECTION)
@TypeAlias("notification")
@CompoundIndex(name = "due", def = "{'state.nextAttemptAt': 1}", sparse = true)
public record Notification(
    @Id String id,
    @Version @Nullable Long version,
    NotificationKind kind,
    String appointmentId,
    String recipientId,
    NotificationState state,
    List<Attempt> attempts,
    Instant createdAt,
    @Nullable String traceparent,
    List<OutboxMessage> outbox) {

  public static final String COLLECTION = "notifications";

  static String id(NotificationKind kind, String appointmentId, String recipientId) {
    return "%s:%s:%s".formatted(kind, appointmentId, recipientId);
  }

  /**
   * @param claimedUntil until when the first attempt is reserved for this process
   */
  static Notification begun(
      NotificationCommand command,
      @Nullable String traceparent,
      Instant now,
      Instant claimedUntil) {
    return begun(
        command.kind(),
        command.appointmentId(),
        command.patientId(),
        new Pending(command.commandId(), command.letter(), claimedUntil),
        now,
        traceparent);
  }

  /** A confirmation that is withdrawn before its command has come. */
  static Notification neverToSend(String appointmentId, String recipientId, Instant now) {
    return begun(
        NotificationKind.CONFIRMATION, appointmentId, recipientId, new Withdrawn(now), now, null);
  }

  private static Notification begun(
      NotificationKind kind,
      String appointmentId,
      String recipientId,
      NotificationState state,
      Instant now,
      @Nullable String traceparent) {
    var id = id(kind, appointmentId, recipientId);
    return new Notification(
        id, null, kind, appointmentId, recipientId, state, List.of(), now, traceparent, List.of());
  }

  boolean hasEnded() {
    return !(state instanceof Pending);
  }

  /** Reserves the next attempt for this process until then. */
  Notification claimed(Instant until) {
    return switch (state) {
      case Pending pending -> with(pending.until(until));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  /** Due at once for any process, if it is still claimed as this process claimed it. */
  Notification givenBack(Notification claimed, Instant now) {
    return hasSameClaimAs(claimed) ? claimed(now) : this;
  }

  /** Whether nobody else has withdrawn, tried or claimed it in between. */
  boolean hasSameClaimAs(Notification other) {
    return state instanceof Pending mine
        && other.state instanceof Pending theirs
        && mine.nextAttemptAt().equals(theirs.nextAttemptAt());
  }

  Notification on(MailAnswer answer, DeliveryProperties limits) {
    return switch (state) {
      case Pending pending -> tried(answer).with(next(pending, answer, limits));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  private NotificationState next(Pending pending, MailAnswer answer, DeliveryProperties limits) {
    return switch (answer) {
      case Accepted(var at) -> new Delivered(at);
      case ServerAway(_, var at) -> pending.until(at);
      case Rejected(_, var at) -> new Undeliverable(UndeliverableReason.REJECTED, at);
      case Failed(var reason, _, var at) -> {
        int failures = attempts.size() + 1;
        yield failures < limits.attempts()
            ? pending.until(at.plus(limits.backoffAfter(failures)))
            : new Undeliverable(reason, at);
      }
    };
  }

  Notification withdrawn(Instant now) {
    return switch (state) {
      case Pending _ -> with(new Withdrawn(now));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  /** The mail to send, the same for every attempt. */
  Mail mailTo(Recipient recipient) {
    if (!(state instanceof Pending(_, var letter, _))) {
      throw new IllegalStateException(id + " is not to be sent");
    }
    var rendered = RenderedLetter.of(letter, recipient.greetedAs());
    return new Mail(
        kind.name().toLowerCase(Locale.ROOT) + "." + appointmentId,
        recipient.email(),
        recipient.greetedAs(),
        rendered.subject(),
        rendered.text(),
        rendered.html());
  }

  Notification saying(OutboxMessage message) {
    var all = Stream.concat(outbox.stream(), Stream.of(message)).toList();
    return new Notification(
        id,
        version,
        kind,
        appointmentId,
        recipientId,
        state,
        attempts,
        createdAt,
        traceparent,
        all);
  }

  /** An outage of the server is no attempt to send this mail. */
  private Notification tried(MailAnswer answer) {
    if (answer instanceof ServerAway) {
      return this;
    }
    var attempt = new Attempt(answer.at(), answer.result());
    var all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    return new Notification(
        id, version, kind, appointmentId, recipientId, state, all, createdAt, traceparent, outbox);
  }

  private Notification with(NotificationState next) {
    return new Notification(
        id,
        version,
        kind,
        appointmentId,
        recipientId,
        next,
        attempts,
        createdAt,
        traceparent,
        outbox);
  }
}
