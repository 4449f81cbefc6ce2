package org.carelane.notifications.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.carelane.notifications.letter.CancellationReason;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.letter.VisitMode;

/**
 * A command of the booking on {@code notification.commands}. When it is sent again, it has the same
 * ids.
 */
public sealed interface NotificationCommand {

  String commandId();

  String appointmentId();

  String patientId();

  NotificationKind kind();

  Letter letter();

  /** Ids of all notifications that it concerns. */
  List<String> notificationIds();

  /**
   * Whether it does nothing but send a new mail.
   *
   * @param stored notifications it concerns, by id
   */
  boolean onlySends(Map<String, Notification> stored);

  /** Id of the mail to send. */
  default String notificationId() {
    return Notification.id(kind(), appointmentId(), patientId());
  }

  record SendConfirmation(
      String commandId,
      String appointmentId,
      String patientId,
      String doctorName,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone,
      VisitMode mode,
      long amountMinor,
      Currency currency)
      implements NotificationCommand {

    @Override
    public NotificationKind kind() {
      return NotificationKind.CONFIRMATION;
    }

    @Override
    public Letter letter() {
      return new Letter.Confirmation(
          doctorName, startsAt, endsAt, zone, mode, amountMinor, currency);
    }

    @Override
    public List<String> notificationIds() {
      return List.of(notificationId());
    }

    @Override
    public boolean onlySends(Map<String, Notification> stored) {
      return !stored.containsKey(notificationId());
    }
  }

  /** Also withdraws the confirmation, even if its command comes later. */
  record SendCancellation(
      String commandId,
      String appointmentId,
      String patientId,
      String doctorName,
      Instant startsAt,
      ZoneId zone,
      CancellationReason reason)
      implements NotificationCommand {

    @Override
    public NotificationKind kind() {
      return NotificationKind.CANCELLATION;
    }

    @Override
    public Letter letter() {
      return new Letter.Cancellation(doctorName, startsAt, zone, reason);
    }

    String confirmationId() {
      return Notification.id(NotificationKind.CONFIRMATION, appointmentId, patientId);
    }

    @Override
    public List<String> notificationIds() {
      return List.of(notificationId(), confirmationId());
    }

    @Override
    public boolean onlySends(Map<String, Notification> stored) {
      var confirmation = stored.get(confirmationId());
      return confirmation != null
          && confirmation.hasEnded()
          && !stored.containsKey(notificationId());
    }
  }
}
