package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientsBookingsTest {

  private static final PatientLimits LIMITS = new PatientLimits(2, false);
  private static final Booking WANTED = Samples.aNewBooking("wanted");
  private static final Instant START = WANTED.appointment().startsAt();
  private static final Instant END = WANTED.appointment().endsAt();
  private static final Instant NOW = Samples.NOW;

  @Test
  void neighboursDoNotOverlap() {
    assertThat(refusal(LIMITS, booked(START.minusSeconds(1800), START, true))).isNull();
    assertThat(refusal(LIMITS, booked(END, END.plusSeconds(1800), true))).isNull();
    assertThat(refusal(LIMITS, booked(END.minusSeconds(1), END.plusSeconds(9), true)))
        .isEqualTo(BookingStart.OVERLAPS);
    assertThat(refusal(LIMITS, booked(START.minusSeconds(9), END.plusSeconds(9), true)))
        .isEqualTo(BookingStart.OVERLAPS);
  }

  @Test
  void whatIsUndoneNoLongerCounts() {
    assertThat(refusal(LIMITS, booked(START, END, false))).isNull();
    assertThat(refusal(LIMITS, held(NOW.plusSeconds(9), false), held(NOW.plusSeconds(9), false)))
        .isNull();
  }

  @Test
  void holdsCountUntilTheyLapse() {
    var held = held(NOW.plusSeconds(9), true);
    var lapsed = held(NOW, true);
    assertThat(refusal(LIMITS, held, lapsed)).isNull();
    assertThat(refusal(LIMITS, held, lapsed, held)).isEqualTo(BookingStart.TOO_MANY_HOLDS);
  }

  @Test
  void limitsCanBeOff() {
    var held = held(NOW.plusSeconds(9), true);
    assertThat(refusal(new PatientLimits(0, false), held, held, held)).isNull();
    assertThat(refusal(new PatientLimits(3, true), booked(START, END, true))).isNull();
    assertThat(new PatientLimits(0, true).areAny()).isFalse();
  }

  @Test
  void isBehindTheLatestAlsoIfThatWasRequestedByAClockThatIsAhead() {
    var none = WANTED.behind(new PatientsBookings("patient", List.of()));
    assertThat(none.after()).isEqualTo("patient");
    assertThat(none.appointment()).isEqualTo(WANTED.appointment());

    var ahead = new PatientsBookings("patient", List.of(other(NOW.plusSeconds(9), END, END)));
    var behind = WANTED.behind(ahead);
    assertThat(behind.after()).isEqualTo("other");
    assertThat(behind.appointment().requestedAt()).isAfter(NOW.plusSeconds(9));
  }

  private static BookingStart refusal(PatientLimits limits, PatientsBookings.Other... others) {
    return new PatientsBookings("patient", List.of(others))
        .refusal(WANTED, NOW, limits)
        .orElse(null);
  }

  private static PatientsBookings.Other booked(Instant start, Instant end, boolean isLive) {
    return new PatientsBookings.Other("other", start, end, NOW, null, isLive);
  }

  private static PatientsBookings.Other held(Instant until, boolean isLive) {
    return new PatientsBookings.Other("other", END, END.plusSeconds(60), NOW, until, isLive);
  }

  private static PatientsBookings.Other other(Instant requestedAt, Instant start, Instant end) {
    return new PatientsBookings.Other("other", start, end, requestedAt, null, true);
  }
}
