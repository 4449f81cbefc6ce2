package org.carelane.notifications.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carelane.notifications.inbox.InboxItem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events on {@code appointment.events} that this service reads, and the inbox
 * items for doctor and patient. A doctor without an account has an inbox that nobody reads, by the
 * profile's id.
 */
public sealed interface AppointmentEvent {

  /** Ids of the items that decide which ones are new. */
  List<String> itemIds();

  /**
   * The items to add. In whatever order and however often events come, the inbox ends up the same.
   *
   * @param present those of {@link #itemIds} that exist
   */
  default List<InboxItem> newItems(Set<String> present) {
    return items(present).filter(item -> !present.contains(item.id())).toList();
  }

  /** The accounts of patient and doctor; a doctor without one has the profile's id. */
  List<String> inboxes();

  /** All items of this event, whether they exist or not. */
  Stream<InboxItem> items(Set<String> present);

  /**
   * @param doctorAccountId empty for a doctor without account; {@code null} from a release that did
   *     not say: in both cases the inbox is the profile's
   */
  private static String inboxOf(String doctorId, @Nullable String doctorAccountId) {
    return doctorAccountId == null || doctorAccountId.isEmpty() ? doctorId : doctorAccountId;
  }

  record AppointmentConfirmed(
      String appointmentId,
      String patientId,
      String patientName,
      String doctorId,
      String doctorName,
      @Nullable String doctorAccountId,
      Instant startsAt,
      Instant occurredAt)
      implements AppointmentEvent {

    @Override
    public List<String> itemIds() {
      return List.of(
          InboxItem.id(Kind.APPOINTMENT_CANCELLED, appointmentId, patientId),
          InboxItem.id(Kind.APPOINTMENT_CONFIRMED, appointmentId, patientId),
          InboxItem.id(Kind.APPOINTMENT_CONFIRMED, appointmentId, doctor()));
    }

    /** None if the appointment is known to be cancelled. */
    @Override
    public Stream<InboxItem> items(Set<String> present) {
      return present.contains(InboxItem.id(Kind.APPOINTMENT_CANCELLED, appointmentId, patientId))
          ? Stream.empty()
          : Stream.of(
              item(patientId, "Your appointment with %s is confirmed.".formatted(doctorName)),
              item(doctor(), "%s booked an appointment with you.".formatted(patientName)));
    }

    @Override
    public List<String> inboxes() {
      return List.of(patientId, doctor());
    }

    private String doctor() {
      return inboxOf(doctorId, doctorAccountId);
    }

    private InboxItem item(String accountId, String text) {
      return InboxItem.unread(
          Kind.APPOINTMENT_CONFIRMED, accountId, text, appointmentId, startsAt, occurredAt);
    }
  }

  /**
   * An appointment will not take place. This is final.
   *
   * @param cancelledBy who cancelled it
   */
  record AppointmentCancelled(
      String appointmentId,
      String patientId,
      String doctorId,
      String doctorName,
      @Nullable String doctorAccountId,
      Instant startsAt,
      By cancelledBy,
      Instant occurredAt)
      implements AppointmentEvent {

    public enum By {
      PATIENT,
      DOCTOR,
      ADMIN,
      /** The booking could not be completed. */
      SYSTEM
    }

    @Override
    public List<String> itemIds() {
      return List.of(
          InboxItem.id(Kind.APPOINTMENT_CONFIRMED, appointmentId, doctor()),
          InboxItem.id(Kind.APPOINTMENT_CANCELLED, appointmentId, patientId),
          InboxItem.id(Kind.APPOINTMENT_CANCELLED, appointmentId, doctor()));
    }

    /** The doctor gets one only if the appointment was confirmed before. */
    @Override
    public Stream<InboxItem> items(Set<String> present) {
      return present.contains(InboxItem.id(Kind.APPOINTMENT_CONFIRMED, appointmentId, doctor()))
          ? Stream.of(item(patientId, toPatient()), item(doctor(), toDoctor()))
          : Stream.of(item(patientId, toPatient()));
    }

    private String toPatient() {
      return switch (cancelledBy) {
        case PATIENT -> "You cancelled your appointment with %s.".formatted(doctorName);
        case DOCTOR -> "%s had to cancel your appointment.".formatted(doctorName);
        case ADMIN -> "Carelane had to cancel your appointment with %s.".formatted(doctorName);
        case SYSTEM -> "Your booking with %s could not be completed.".formatted(doctorName);
      };
    }

    private String toDoctor() {
      return switch (cancelledBy) {
        case PATIENT -> "A patient cancelled an appointment with you.";
        case DOCTOR -> "You cancelled an appointment.";
        case ADMIN -> "Carelane had to cancel an appointment with you.";
        case SYSTEM -> "The booking of an appointment with you could not be completed.";
      };
    }

    @Override
    public List<String> inboxes() {
      return List.of(patientId, doctor());
    }

    private String doctor() {
      return inboxOf(doctorId, doctorAccountId);
    }

    private InboxItem item(String accountId, String text) {
      return InboxItem.unread(
          Kind.APPOINTMENT_CANCELLED, accountId, text, appointmentId, startsAt, occurredAt);
    }
  }
}
