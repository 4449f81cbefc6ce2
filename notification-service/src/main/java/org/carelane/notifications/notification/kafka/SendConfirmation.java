package org.carelane.notifications.notification.kafka;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.letter.VisitMode;
import org.carelane.notifications.notification.Order;

/** The command on {@code notification.commands}. */
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
    Currency currency) {

  Order order() {
    var letter =
        new Letter.Confirmation(doctorName, startsAt, endsAt, zone, mode, amountMinor, currency);
    return new Order(commandId, appointmentId, patientId, letter);
  }
}
