package org.carelane.notifications.stream;

import java.time.Instant;
import org.carelane.notifications.inbox.InboxItem;

/** An appointment has another status. */
record AppointmentChange(String appointmentId, Status status, Instant occurredAt) {

  enum Status {
    CONFIRMED,
    CANCELLED
  }

  static AppointmentChange of(InboxItem item) {
    var status =
        switch (item.kind()) {
          case APPOINTMENT_CONFIRMED -> Status.CONFIRMED;
          case APPOINTMENT_CANCELLED -> Status.CANCELLED;
        };
    return new AppointmentChange(item.appointmentId(), status, item.createdAt());
  }
}
