package org.carelane.appointments.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.carelane.appointments.Money;
import org.jspecify.annotations.Nullable;

/**
 * A requested appointment. Names, fee and zone are copies of the time of the request.
 *
 * @param doctorAccountId who acts as the doctor, or {@link #NO_ACCOUNT}; {@code null} when a
 *     release that did not note it took the request
 * @param reason the patient's own words
 * @param cancellation reason when it is CANCELLING or CANCELLED
 * @param steps in the order they were taken
 */
public record Appointment(
    String slotId,
    Person patient,
    Person doctor,
    @Nullable String doctorAccountId,
    Instant startsAt,
    Instant endsAt,
    ZoneId zone,
    Mode mode,
    @Nullable String reason,
    Money fee,
    Instant requestedAt,
    AppointmentStatus status,
    @Nullable CancellationReason cancellation,
    List<StepTaken> steps) {

  public static final String NO_ACCOUNT = "";

  public static Appointment requested(
      String slotId,
      Person patient,
      Person doctor,
      String doctorAccountId,
      Instant startsAt,
      Instant endsAt,
      ZoneId zone,
      Mode mode,
      @Nullable String reason,
      Money fee,
      Instant now) {
    return new Appointment(
        slotId,
        patient,
        doctor,
        doctorAccountId,
        startsAt,
        endsAt,
        zone,
        mode,
        reason,
        fee,
        now,
        AppointmentStatus.PENDING,
        null,
        List.of());
  }

  /**
   * Requested later than that.
   *
   * @param other {@code null} if there is none
   */
  public Appointment requestedAfter(@Nullable Instant other) {
    if (other == null || requestedAt.isAfter(other)) {
      return this;
    }
    return new Appointment(
        slotId,
        patient,
        doctor,
        doctorAccountId,
        startsAt,
        endsAt,
        zone,
        mode,
        reason,
        fee,
        other.plusMillis(1),
        status,
        cancellation,
        steps);
  }

  public Appointment noting(StepTaken step) {
    return with(status, cancellation, Stream.concat(steps.stream(), Stream.of(step)).toList());
  }

  /** Whether any step had this outcome. */
  public boolean hasSeen(StepTaken.Outcome outcome) {
    return steps.stream().anyMatch(it -> it.outcome() == outcome);
  }

  public Appointment confirmed() {
    return with(AppointmentStatus.CONFIRMED, null, steps);
  }

  public Appointment cancelling(CancellationReason why) {
    return with(AppointmentStatus.CANCELLING, why, steps);
  }

  public Appointment cancelled(CancellationReason why) {
    return with(AppointmentStatus.CANCELLED, why, steps);
  }

  public Appointment asRequested() {
    return with(AppointmentStatus.PENDING, null, List.of());
  }

  /** Whether it is confirmed and has started. It can't be cancelled then. */
  public boolean hasBegun(Instant now) {
    return status == AppointmentStatus.CONFIRMED && !startsAt.isAfter(now);
  }

  /** The reason to store if this account cancels it. */
  public CancellationReason ifCancelledBy(String accountId, boolean admin) {
    if (patient.id().equals(accountId)) {
      return CancellationReason.CANCELLED_BY_PATIENT;
    }
    return admin ? CancellationReason.CANCELLED_BY_ADMIN : CancellationReason.CANCELLED_BY_DOCTOR;
  }

  private Appointment with(
      AppointmentStatus newStatus, @Nullable CancellationReason why, List<StepTaken> newSteps) {
    return new Appointment(
        slotId,
        patient,
        doctor,
        doctorAccountId,
        startsAt,
        endsAt,
        zone,
        mode,
        reason,
        fee,
        requestedAt,
        newStatus,
        why,
        newSteps);
  }
}
