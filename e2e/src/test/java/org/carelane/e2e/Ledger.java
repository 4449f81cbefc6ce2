package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the payment provider says it took and gave back: minor units by appointment. */
record Ledger(Map<String, Long> captured, Map<String, Long> refunded) {

  static Ledger now() {
    Map<String, Long> captured = new HashMap<>();
    Map<String, Long> refunded = new HashMap<>();
    String cursor = "";
    do {
      var page = People.admin().api().get("/api/v1/sandbox/ledger?limit=100&cursor=" + cursor);
      assertThat(page.status()).as(page.raw()).isEqualTo(200);
      page.body()
          .path("items")
          .forEach(
              entry -> {
                var side = entry.path("kind").asString().equals("CAPTURE") ? captured : refunded;
                side.merge(
                    entry.path("appointmentId").asString(),
                    entry.path("amountMinor").asLong(),
                    Long::sum);
              });
      cursor = page.nextCursor();
    } while (cursor != null);
    return new Ledger(captured, refunded);
  }

  long captured(Booking booking) {
    return captured.getOrDefault(booking.id(), 0L);
  }

  long refunded(Booking booking) {
    return refunded.getOrDefault(booking.id(), 0L);
  }

  long kept(Booking booking) {
    return captured(booking) - refunded(booking);
  }

  /** To the cent: a confirmed appointment's fee was taken once, nothing is kept for any other. */
  static void assertSettled(List<Booking> bookings) {
    var ledger = now();
    for (var booking : bookings) {
      var seen = booking.seen();
      long owed = seen.text("status").equals("CONFIRMED") ? Clinic.FEE : 0;
      assertThat(ledger.kept(booking)).as(seen.raw()).isEqualTo(owed);
      assertThat(ledger.captured(booking)).as(seen.raw()).isLessThanOrEqualTo(Clinic.FEE);
    }
  }
}
