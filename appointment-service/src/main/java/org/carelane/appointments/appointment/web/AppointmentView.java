package org.carelane.appointments.appointment.web;

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

/** An appointment as doctor, patient and admin see it. */
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
