package org.carelane.notifications.notification.kafka;

import java.time.Instant;
import java.time.ZoneId;
import org.carelane.notifications.letter.CancellationReason;
import org.carelane.notifications.letter.Letter;
import org.carelane.notifications.notification.Order;

/** The command on {@code notification.commands}. */
record SendCancellation(
    String commandId,
    String appointmentId,
    String patientId,
    String doctorName,
    Instant startsAt,
    ZoneId zone,
    CancellationReason reason) {

  Order order() {
    var letter = new Letter.Cancellation(doctorName, startsAt, zone, reason);
    return new Order(commandId, appointmentId, patientId, letter);
  }
}
