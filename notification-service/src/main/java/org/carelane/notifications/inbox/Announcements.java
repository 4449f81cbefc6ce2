package org.carelane.notifications.inbox;

import java.util.ArrayList;
import java.util.List;
import org.carelane.notifications.inbox.InboxItem.Kind;
import org.springframework.stereotype.Component;

/**
 * Tells doctor and patient what became of their appointment. Any number of times, in any order: the
 * items are the same. A doctor without an account has an inbox that nobody reads.
 */
@Component
public class Announcements {

  private final Inbox inbox;

  Announcements(Inbox inbox) {
    this.inbox = inbox;
  }

  /** News of an appointment that is known to be cancelled is no news. */
  public void of(Confirmed it) {
    var cancelled = InboxItem.id(Kind.APPOINTMENT_CANCELLED, it.appointmentId(), it.patientId());
    if (!inbox.holds(cancelled)) {
      inbox.add(
          List.of(
              confirmed(
                  it,
                  it.patientId(),
                  "Your appointment with %s is confirmed.".formatted(it.doctorName())),
              confirmed(
                  it,
                  it.doctorId(),
                  "%s booked an appointment with you.".formatted(it.patientName()))));
    }
  }

  /** A doctor never heard of a booking that failed before it was confirmed. */
  public void of(Cancelled it) {
    List<InboxItem> items = new ArrayList<>();
    items.add(cancelled(it, it.patientId(), toPatient(it)));
    var confirmed = InboxItem.id(Kind.APPOINTMENT_CONFIRMED, it.appointmentId(), it.doctorId());
    if (inbox.holds(confirmed)) {
      items.add(cancelled(it, it.doctorId(), toDoctor(it)));
    }
    inbox.add(items);
  }

  private static String toPatient(Cancelled it) {
    var doctor = it.doctorName();
    return switch (it.by()) {
      case PATIENT -> "You cancelled your appointment with %s.".formatted(doctor);
      case DOCTOR -> "%s had to cancel your appointment.".formatted(doctor);
      case ADMIN -> "Carelane had to cancel your appointment with %s.".formatted(doctor);
      case SYSTEM -> "Your booking with %s could not be completed.".formatted(doctor);
    };
  }

  private static String toDoctor(Cancelled it) {
    return switch (it.by()) {
      case PATIENT -> "A patient cancelled an appointment with you.";
      case DOCTOR -> "You cancelled an appointment.";
      case ADMIN -> "Carelane had to cancel an appointment with you.";
      case SYSTEM -> "The booking of an appointment with you could not be completed.";
    };
  }

  private static InboxItem confirmed(Confirmed it, String accountId, String text) {
    var kind = Kind.APPOINTMENT_CONFIRMED;
    return new InboxItem(
        InboxItem.id(kind, it.appointmentId(), accountId),
        accountId,
        kind,
        "Appointment confirmed",
        text,
        it.appointmentId(),
        it.startsAt(),
        it.at(),
        null);
  }

  private static InboxItem cancelled(Cancelled it, String accountId, String text) {
    var kind = Kind.APPOINTMENT_CANCELLED;
    return new InboxItem(
        InboxItem.id(kind, it.appointmentId(), accountId),
        accountId,
        kind,
        "Appointment cancelled",
        text,
        it.appointmentId(),
        it.startsAt(),
        it.at(),
        null);
  }
}
