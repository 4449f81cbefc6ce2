package org.carelane.notifications.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carelane.messaging.OutboxMessage;
import org.carelane.notifications.notification.ConfirmationDelivered.Channel;
import org.carelane.notifications.notification.DeliveryState.Delivered;
import org.carelane.notifications.notification.DeliveryState.Pending;
import org.carelane.notifications.notification.DeliveryState.Undeliverable;
import org.carelane.notifications.notification.DeliveryState.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An e-mail owed to someone about an appointment. There is one of a kind per appointment and
 * recipient: its id is the guard against a second. What comes after the end changes nothing.
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
    DeliveryState state,
    List<Attempt> attempts,
    Instant createdAt,
    @Nullable String traceparent,
    List<OutboxMessage> outbox) {

  public static final String COLLECTION = "notifications";

  static String id(NotificationKind kind, String appointmentId, String recipientId) {
    return "%s:%s:%s".formatted(kind, appointmentId, recipientId);
  }

  static Notification ordered(
      Order order, @Nullable String traceparent, Instant now, Instant firstAttemptAt) {
    return begun(
        order.kind(),
        order.appointmentId(),
        order.recipientId(),
        new Pending(order.commandId(), order.letter(), firstAttemptAt),
        now,
        traceparent);
  }

  /** A confirmation that is withdrawn before anyone asked for it. */
  static Notification neverToSend(String appointmentId, String recipientId, Instant now) {
    return begun(
        NotificationKind.CONFIRMATION, appointmentId, recipientId, new Withdrawn(now), now, null);
  }

  private static Notification begun(
      NotificationKind kind,
      String appointmentId,
      String recipientId,
      DeliveryState state,
      Instant now,
      @Nullable String traceparent) {
    var id = id(kind, appointmentId, recipientId);
    return new Notification(
        id, null, kind, appointmentId, recipientId, state, List.of(), now, traceparent, List.of());
  }

  /** Leaves the next attempt to the caller until then. */
  Notification claimed(Instant until) {
    return switch (state) {
      case Pending pending -> with(pending.until(until));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  Notification accepted(Instant now) {
    return switch (state) {
      case Pending _ -> tried("accepted", now).with(new Delivered(now));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  /** A failure that no further attempt can mend. */
  Notification rejected(String cause, Instant now) {
    return switch (state) {
      case Pending _ ->
          tried(cause, now).with(new Undeliverable(UndeliverableReason.REJECTED, now));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  /**
   * A failure that may pass.
   *
   * @param reason why it is undeliverable if this was the last attempt
   */
  Notification failed(
      UndeliverableReason reason, String cause, Instant now, DeliveryProperties limits) {
    return switch (state) {
      case Pending pending -> {
        int failures = attempts.size() + 1;
        yield tried(cause, now)
            .with(
                failures < limits.attempts()
                    ? pending.until(now.plus(limits.backoffAfter(failures)))
                    : new Undeliverable(reason, now));
      }
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  Notification withdrawn(Instant now) {
    return switch (state) {
      case Pending _ -> with(new Withdrawn(now));
      case Delivered _, Undeliverable _, Withdrawn _ -> this;
    };
  }

  /** What the command is answered: nothing yet, or nothing at all, or always the same. */
  Optional<Record> replyTo(String commandId) {
    return switch (kind) {
      case CANCELLATION -> Optional.empty();
      case CONFIRMATION ->
          switch (state) {
            case Pending _ -> Optional.empty();
            case Delivered(var at) ->
                Optional.of(new ConfirmationDelivered(commandId, appointmentId, Channel.EMAIL, at));
            case Undeliverable(var reason, var at) ->
                Optional.of(new ConfirmationUndeliverable(commandId, appointmentId, reason, at));
            case Withdrawn(var at) ->
                Optional.of(
                    new ConfirmationUndeliverable(
                        commandId, appointmentId, UndeliverableReason.WITHDRAWN, at));
          };
    };
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

  private Notification tried(String result, Instant now) {
    var all = Stream.concat(attempts.stream(), Stream.of(new Attempt(now, result))).toList();
    return new Notification(
        id, version, kind, appointmentId, recipientId, state, all, createdAt, traceparent, outbox);
  }

  private Notification with(DeliveryState next) {
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
