package org.carelane.appointments.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other bookings of a patient, as far as they bear on a new one, the latest first.
 *
 * @param patientId an account
 */
record PatientsBookings(String patientId, List<Other> latestFirst) {

  /**
   * @param heldUntil when its hold lapses, if it is not paid for yet
   * @param isLive whether it has its slot, and nobody is undoing it
   */
  record Other(
      String id,
      Instant startsAt,
      Instant endsAt,
      Instant requestedAt,
      @Nullable Instant heldUntil,
      boolean isLive) {

    boolean isHold(Instant now) {
      return isLive && heldUntil != null && heldUntil.isAfter(now);
    }

    boolean overlaps(Instant start, Instant end) {
      return isLive && startsAt.isBefore(end) && start.isBefore(endsAt);
    }
  }

  /** What {@link Booking#after} is to be. */
  String latestId() {
    return latestFirst.isEmpty() ? patientId : latestFirst.getFirst().id();
  }

  /** {@code null} if there is none. */
  @Nullable Instant latestRequest() {
    return latestFirst.isEmpty() ? null : latestFirst.getFirst().requestedAt();
  }

  /** Why the new booking is refused; empty if it is not. */
  Optional<BookingStart> refusal(Booking wanted, Instant now, PatientLimits limits) {
    var start = wanted.appointment().startsAt();
    var end = wanted.appointment().endsAt();
    var others = latestFirst.stream().filter(it -> !it.id().equals(wanted.id())).toList();
    if (!limits.overlaps() && others.stream().anyMatch(it -> it.overlaps(start, end))) {
      return Optional.of(BookingStart.OVERLAPS);
    }
    var holds = others.stream().filter(it -> it.isHold(now)).count();
    return limits.holds() > 0 && holds >= limits.holds()
        ? Optional.of(BookingStart.TOO_MANY_HOLDS)
        : Optional.empty();
  }
}
