package org.carelane.appointments.appointment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.carelane.appointments.Fee;
import org.carelane.appointments.appointment.Appointment;
import org.carelane.appointments.appointment.AppointmentStatus;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.carelane.appointments.appointment.StepTaken;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as doctor, patient and administrator see it.
 *
 * @param status PENDING: requested, payment or confirmation is not finished; CANCELLING: it will
 *     not take place, the steps taken are being undone; CANCELLED: everything is undone
 * @param cancellationReason why it will not take place; null while PENDING or CONFIRMED
 * @param zone the doctor's, an IANA time zone
 * @param reason the patient's own words, for the doctor; null when there are none
 * @param steps oldest first
 */
@Schema(
    example =
        """
        {"id": "5f0c3a52-9d1e-5b7c-8a43-0e6d2b1c9f74", "status": "CANCELLED",
         "cancellationReason": "CANCELLED_BY_PATIENT",
         "slotId": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11_2027-03-15_0900",
         "doctor": {"id": "018f3c2e-7d1b-7c40-9a55-2f1d9f0a6b11", "name": "Dr. Astrid Lindqvist"},
         "patient": {"id": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36", "name": "Ada Lovelace"},
         "startsAt": "2027-03-15T08:00:00Z", "endsAt": "2027-03-15T08:30:00Z", "zone": "Europe/Berlin",
         "mode": "VIDEO", "reason": "Check-up", "fee": {"amountMinor": 12000, "currency": "EUR"},
         "requestedAt": "2027-03-01T10:15:51.480Z",
         "steps": [{"step": "TAKE_PAYMENT", "outcome": "UNDONE", "at": "2027-03-02T18:00:04.112Z"}]}\
        """)
public record AppointmentView(
    String id,
    AppointmentStatus status,
    @Nullable CancellationReason cancellationReason,
    String slotId,
    Person doctor,
    Person patient,
    Instant startsAt,
    Instant endsAt,
    String zone,
    Mode mode,
    @Nullable String reason,
    Fee fee,
    Instant requestedAt,
    List<StepTaken> steps) {

  public static AppointmentView of(String id, Appointment it) {
    return new AppointmentView(
        id,
        it.status(),
        it.cancellation(),
        it.slotId(),
        it.doctor(),
        it.patient(),
        it.startsAt(),
        it.endsAt(),
        it.zone().getId(),
        it.mode(),
        it.reason(),
        Fee.of(it.fee()),
        it.requestedAt(),
        it.steps());
  }
}
