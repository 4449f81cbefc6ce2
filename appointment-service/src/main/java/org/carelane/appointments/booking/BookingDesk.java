package org.carelane.appointments.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.carelane.appointments.Problems;
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
public class BookingDesk {

  private final Doctors doctors;
  private final Slots slots;
  private final Bookings bookings;
  private final BookingProcess process;
  private final BookingProperties properties;
  private final Clock clock;

  BookingDesk(
      Doctors doctors,
      Slots slots,
      Bookings bookings,
      BookingProcess process,
      BookingProperties properties,
      Clock clock) {
    this.doctors = doctors;
    this.slots = slots;
    this.bookings = bookings;
    this.process = process;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param id of the appointment to be
   * @param repeatable whether a booking of this id may exist already
   * @return the booking as it was requested, whatever became of it
   * @throws org.carelane.rest.ProblemException not-found, slot-in-past, slot-taken,
   *     idempotency-key-reused
   */
  public Booking book(String id, BookingRequest request, boolean repeatable) {
    var fingerprint = IdempotencyKey.fingerprint(request);
    var earlier = repeatable ? earlier(id, fingerprint) : Optional.<Booking>empty();
    return earlier.orElseGet(() -> begin(id, request, fingerprint));
  }

  private Booking begin(String id, BookingRequest request, String fingerprint) {
    var slotId = SlotId.parse(request.slotId()).orElseThrow(Problems::notFound);
    var doctor = doctors.find(slotId.doctorId()).orElseThrow(Problems::notFound);
    var slot = slots.find(slotId).orElseThrow(Problems::notFound);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (slot.hasBegun(now)) {
      throw Problems.slotInPast();
    }
    var heldUntil = properties.heldUntil(now, slot.start());
    var terms = new BookingTerms(request.paymentMethod(), heldUntil, fingerprint);
    var booking = Booking.start(id, appointment(slotId, slot, doctor, request, now), terms);
    if (process.start(booking)) {
      return booking;
    }
    return earlier(id, fingerprint).orElseThrow(Problems::slotTaken);
  }

  private Optional<Booking> earlier(String id, String fingerprint) {
    var earlier = bookings.find(id);
    earlier.ifPresent(
        it -> {
          if (!it.terms().fingerprint().equals(fingerprint)) {
            throw Problems.idempotencyKeyReused();
          }
        });
    return earlier.map(Booking::asRequested);
  }

  private static Appointment appointment(
      SlotId slotId, Slot slot, Doctor doctor, BookingRequest request, Instant now) {
    return Appointment.requested(
        slotId.toString(),
        request.patient(),
        new Person(doctor.id(), doctor.name()),
        slot.start(),
        slot.end(),
        doctor.zone(),
        request.mode(),
        request.reason(),
        doctor.fee(),
        now);
  }
}
