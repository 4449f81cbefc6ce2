package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.appointments.appointment.Mode;
import org.carelane.appointments.appointment.Person;
import org.carelane.rest.IdempotencyKey;
import org.junit.jupiter.api.Test;

class BookingRequestTest {

  /** If this fails, a booking that is requested again during an upgrade is refused. */
  @Test
  void hasTheFingerprintThatLiesInDatabases() {
    var request =
        new BookingRequest(
            new Person("p1", "Amina"), "d1_2027-03-15_0900", Mode.VIDEO, null, "card_ok", null);
    assertThat(IdempotencyKey.fingerprint(request))
        .isEqualTo("90e3f56e904760fd223d46cd79aaf4aa610cb5f2f9c11d567a2facfe4653a6db");
  }
}
