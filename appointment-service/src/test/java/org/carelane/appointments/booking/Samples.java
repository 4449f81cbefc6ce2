package org.carelane.appointments.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.carelane.appointments.Money;
import org.carelane.appointments.appointment.Appointment;
import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.carelane.appointments.schedule.SlotId;

/** Bookings to test with. */
final class Samples {

  static final Instant NOW = Instant.parse("2027-03-01T10:15:30Z");
  static final SlotId SLOT = new SlotId("d1", LocalDate.of(2027, 3, 15), LocalTime.of(9, 0));
  static final Money FEE = new Money(8500, Currency.getInstance("EUR"));

  static final BookingProperties PROPERTIES = propertiesOf(Duration.ofSeconds(5), 16);

  private Samples() {}

  static BookingProperties propertiesOf(Duration busyAfter, int atOnce) {
    return new BookingProperties(
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofSeconds(5),
        Duration.ofMinutes(10),
        5,
        busyAfter,
        atOnce,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        List.of(Pattern.compile("card_.*")));
  }

  static Booking aNewBooking(String id) {
    return aNewBooking(id, NOW.plusSeconds(120));
  }

  static Booking aNewBooking(String id, Instant heldUntil) {
    return aNewBooking(id, id, SLOT, NOW, heldUntil);
  }

  static Booking aNewBooking(
      String id, String patient, SlotId slot, Instant requestedAt, Instant heldUntil) {
    var appointment =
        Appointment.requested(
            slot.toString(),
            new Person("patient-" + patient, "Amina Yusuf"),
            new Person(slot.doctorId(), "Dr. Lena Brandt"),
            slot.doctorId(),
            Instant.parse("2027-03-15T08:00:00Z"),
            Instant.parse("2027-03-15T08:30:00Z"),
            ZoneId.of("Europe/Berlin"),
            Mode.VIDEO,
            null,
            FEE,
            requestedAt);
    return Booking.start(id, appointment, new BookingTerms("card_ok", heldUntil, "f"));
  }
}
