package org.carelane.appointments.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.carelane.appointments.appointment.Appointment;
import org.carelane.appointments.appointment.Person;
import org.carelane.appointments.doctor.Doctor;
import org.carelane.appointments.doctor.Doctors;
import org.carelane.appointments.schedule.Slot;
import org.carelane.appointments.schedule.SlotId;
import org.carelane.appointments.schedule.Slots;
import org.carelane.rest.IdempotencyKey;
import org.springframework.stereotype.Component;

/**
 * Takes requests: checks them against doctor and slot, and starts their sagas. The same request
 * under the same id is the same booking, however often and however simultaneously it comes.
 */
@Component
public class BookingRequests {

  private final Doctors doctors;
  private final Slots slots;
  private final Bookings bookings;
  private final BookingProcess process;
  private final AdmissionControl admission;
  private final BookingProperties properties;
  private final Clock clock;

  BookingRequests(
      Doctors doctors,
      Slots slots,
      Bookings bookings,
      BookingProcess process,
      AdmissionControl admission,
      BookingProperties properties,
      Clock clock) {
    this.doctors = doctors;
    this.slots = slots;
    this.bookings = bookings;
    this.process = process;
    this.admission = admission;
    this.properties = properties;
    this.clock = clock;
  }

  public sealed interface Result {

    /** The booking as it was requested, whatever became of it. */
    record Accepted(Booking booking) implements Result {}

    record Refused(Refusal why) implements Result {}
  }

  public enum Refusal {
    NO_SUCH_SLOT,
    SLOT_BEGUN,
    SLOT_TAKEN,
    /** The doctor's account is disabled. */
    DOCTOR_NOT_BOOKABLE,
    /** A different request came under the same id before. */
    ID_REUSED,
    /** Those that are under way come first. */
    BUSY
  }

  /**
   * @param id of the appointment to be
   * @param repeatable whether a booking of this id may exist already
   */
  public Result book(String id, BookingRequest request, boolean repeatable) {
    var fingerprint = IdempotencyKey.fingerprint(request);
    var earlier = repeatable ? earlier(id, fingerprint) : Optional.<Result>empty();
    return earlier.orElseGet(
        () ->
            admission
                .admit(() -> begin(id, request, fingerprint))
                .orElse(new Result.Refused(Refusal.BUSY)));
  }

  private Result begin(String id, BookingRequest request, String fingerprint) {
    var slotId = SlotId.parse(request.slotId()).orElse(null);
    var doctor = slotId == null ? null : doctors.find(slotId.doctorId()).orElse(null);
    var slot = slotId == null ? null : slots.find(slotId).orElse(null);
    if (slotId == null || doctor == null || slot == null) {
      return new Result.Refused(Refusal.NO_SUCH_SLOT);
    }
    if (!doctor.isBookable()) {
      return new Result.Refused(Refusal.DOCTOR_NOT_BOOKABLE);
    }
    var now = clock.instant();
    if (slot.hasBegun(now)) {
      return new Result.Refused(Refusal.SLOT_BEGUN);
    }
    var heldUntil = properties.heldUntil(now, slot.start());
    var terms = new BookingTerms(request.paymentMethod(), heldUntil, fingerprint);
    var booking = Booking.start(id, appointment(slotId, slot, doctor, request, now), terms);
    if (process.start(booking)) {
      return new Result.Accepted(booking);
    }
    return earlier(id, fingerprint).orElseGet(() -> new Result.Refused(whyNotHeld(doctor)));
  }

  private Refusal whyNotHeld(Doctor doctor) {
    return doctors.isBookable(doctor.id()) ? Refusal.SLOT_TAKEN : Refusal.DOCTOR_NOT_BOOKABLE;
  }

  private Optional<Result> earlier(String id, String fingerprint) {
    return bookings
        .find(id)
        .map(
            it ->
                it.terms().fingerprint().equals(fingerprint)
                    ? new Result.Accepted(it.asRequested())
                    : new Result.Refused(Refusal.ID_REUSED));
  }

  private static Appointment appointment(
      SlotId slotId, Slot slot, Doctor doctor, BookingRequest request, Instant now) {
    return Appointment.requested(
        slotId.toString(),
        request.patient(),
        new Person(doctor.id(), doctor.name()),
        Objects.requireNonNullElse(doctor.accountId(), Appointment.NO_ACCOUNT),
        slot.start(),
        slot.end(),
        doctor.zone(),
        request.mode(),
        request.reason(),
        doctor.fee(),
        now);
  }
}
