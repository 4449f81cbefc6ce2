package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.appointments.booking.Samples.NOW;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.carelane.appointments.appointment.CancellationReason;
import org.carelane.appointments.booking.BookingReply.Done;
import org.carelane.appointments.booking.BookingReply.Refused;
import org.carelane.appointments.booking.BookingReply.TimedOut;
import org.junit.jupiter.api.Test;

class BookingMetricsTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BookingMetrics metrics =
      new BookingMetrics(meters, new Bookings(null, null, null, null, null), Samples.PROPERTIES);
  private final Booking unpaid = done(Samples.aNewBooking("a"));

  @Test
  void everyReasonIsCountedFromNothing() {
    for (var why : CancellationReason.values()) {
      assertThat(compensated(why)).isZero();
    }
    assertThat(expired()).isZero();
  }

  @Test
  void aHoldThatNobodyPaidForExpired() {
    var expiring = unpaid.on(new TimedOut(awaited(unpaid)), NOW);
    metrics.moved(unpaid, expiring);
    assertThat(expired()).isEqualTo(1);
    assertThat(compensated(CancellationReason.PAYMENT_TIMED_OUT)).as("is not undone yet").isZero();

    var released = done(expiring);
    metrics.moved(expiring, released);
    var undone = done(released);
    metrics.moved(released, undone);

    assertThat(expired()).isEqualTo(1);
    assertThat(compensated(CancellationReason.PAYMENT_TIMED_OUT)).isEqualTo(1);
  }

  @Test
  void aDeclinedPaymentIsNoExpiredHold() {
    var refused = new Refused(awaited(unpaid), CancellationReason.PAYMENT_DECLINED);
    var declined = unpaid.on(refused, NOW);
    metrics.moved(unpaid, declined);
    metrics.moved(declined, done(declined));

    assertThat(expired()).isZero();
    assertThat(compensated(CancellationReason.PAYMENT_DECLINED)).isEqualTo(1);
  }

  private static Booking done(Booking booking) {
    return booking.on(new Done(awaited(booking)), NOW);
  }

  private static String awaited(Booking booking) {
    return booking.command().orElseThrow().commandId();
  }

  private double expired() {
    return meters.get("carelane.holds.expired").counter().count();
  }

  private double compensated(CancellationReason why) {
    return meters.get("carelane.sagas.compensated").tag("reason", why.name()).counter().count();
  }
}
