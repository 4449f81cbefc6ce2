package org.carelane.appointments.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.carelane.appointments.Money;
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

    /** The patient was shown another fee than this. */
    record FeeChanged(Money fee) implements Result {}
  }

  public enum Refusal {
    NO_SUCH_SLOT,
    /** No payment provider has such a token. */
    UNKNOWN_PAYMENT_METHOD,
    SLOT_BEGUN,
    SLOT_TAKEN,
    /** The patient has another appointment at that time. */
    OVERLAPS,
    TOO_MANY_HOLDS,
    /** The doctor's account is disabled. */
    DOCTOR_NOT_BOOKABLE,
    /** A different request came under the same id before. */
    ID_REUSED,
    /** Those that are under way come first. */
    BUSY
  }

  /**
   * @param id of the appointment to be; a booking of this id may exist already
   */
  public Result book(String id, BookingRequest request) {
    return earlier(id, request)
        .orElseGet(
            () ->
                admission.admit(() -> begin(id, request)).orElse(new Result.Refused(Refusal.BUSY)));
  }

  private Result begin(String id, BookingRequest request) {
    if (!properties.canPayWith(request.paymentMethod())) {
      return new Result.Refused(Refusal.UNKNOWN_PAYMENT_METHOD);
    }
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
    if (request.shownFee() != null && !request.shownFee().equals(doctor.fee())) {
      return new Result.FeeChanged(doctor.fee());
    }
    var heldUntil = properties.heldUntil(now, slot.start());
    var fingerprint = IdempotencyKey.fingerprint(request);
    var terms = new BookingTerms(request.paymentMethod(), heldUntil, fingerprint);
    var booking = Booking.start(id, appointment(slotId, slot, doctor, request, now), terms);
    return switch (process.start(booking)) {
      case BEGUN -> new Result.Accepted(booking);
      case SLOT_TAKEN -> orEarlier(id, request, whyNotHeld(doctor, slotId));
      case OVERLAPS -> orEarlier(id, request, Refusal.OVERLAPS);
      case TOO_MANY_HOLDS -> orEarlier(id, request, Refusal.TOO_MANY_HOLDS);
    };
  }

  private Refusal whyNotHeld(Doctor doctor, SlotId slot) {
    if (!doctors.isBookable(doctor.id())) {
      return Refusal.DOCTOR_NOT_BOOKABLE;
    }
    return slots.find(slot).isPresent() ? Refusal.SLOT_TAKEN : Refusal.NO_SUCH_SLOT;
  }

  /** A twin of this request may have been faster. */
  private Result orEarlier(String id, BookingRequest request, Refusal why) {
    return earlier(id, request).orElse(new Result.Refused(why));
  }

  private Optional<Result> earlier(String id, BookingRequest request) {
    return bookings
        .find(id)
        .map(
            it ->
                IdempotencyKey.isFingerprintOf(it.terms().fingerprint(), request)
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
