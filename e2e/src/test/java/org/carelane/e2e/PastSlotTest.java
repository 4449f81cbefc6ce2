package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Begins before the others, because it waits for a minute to pass. */
@Order(0)
class PastSlotTest {

  @Test
  void aSlotThatHasBegunIsNotOfferedAndCannotBeBooked() {
    var clinic = Clinic.closed();
    var patient = People.patient();
    var start = LocalDateTime.now(Clinic.ZONE).plusSeconds(90).truncatedTo(ChronoUnit.MINUTES);
    assumeThat(start.toLocalTime()).as("ends today").isBefore(LocalTime.of(23, 55));
    var day = start.toLocalDate();
    var opened =
        clinic.createSlots(
            day,
            day,
            start.toLocalTime().toString(),
            start.toLocalTime().plusMinutes(5).toString(),
            5);
    assertThat(opened.body().path("created").asInt()).as(opened.raw()).isEqualTo(1);
    var offer = clinic.path() + "/slots?from=" + day + "&to=" + day;
    var slot = RunningFleet.api().get(offer).each("id").getFirst();

    await("its begin")
        .atMost(Duration.ofSeconds(150))
        .until(() -> Instant.now().isAfter(start.atZone(Clinic.ZONE).toInstant().plusSeconds(1)));
    assertThat(Booking.request(patient, slot, "card_ok").refused()).isEqualTo("422 slot-in-past");
    assertThat(RunningFleet.api().get(offer).each("id")).isEmpty();
    assertThat(patient.api().get(Booking.APPOINTMENTS).each("id")).isEmpty();
  }
}
