package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionControlTest {

  private final TravellingClock clock = new TravellingClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AdmissionControl admission =
      new AdmissionControl(Samples.PROPERTIES, clock, meters);

  @BeforeEach
  void stopTheClock() {
    clock.stop();
  }

  @Test
  void admitsAllWhilePaymentsAreAnsweredSoon() {
    assertThat(admission.admits()).as("nothing is known").isTrue();
    seen(Duration.ofMillis(4_900), 50);
    assertThat(admission.partRefused()).isZero();
    assertThat(admission.admits()).isTrue();
  }

  @Test
  void refusesTheMoreTheLongerTheyWait() {
    seen(Duration.ofMillis(7_500), 100);
    assertThat(admission.partRefused()).isCloseTo(0.5, within(0.01));
    seen(Duration.ofSeconds(30), 100);
    assertThat(admission.partRefused()).isOne();
    assertThat(admission.admits()).isFalse();
    assertThat(meters.counter("carelane.bookings.refused").count()).isEqualTo(1);
  }

  @Test
  void admitsAgainWhenTheBacklogIsGone() {
    seen(Duration.ofSeconds(30), 100);
    seen(Duration.ofMillis(50), 100);
    assertThat(admission.partRefused()).isZero();
  }

  @Test
  void forgetsWhatItSawLongAgo() {
    seen(Duration.ofSeconds(30), 100);
    clock.travel(Duration.ofSeconds(6));
    assertThat(admission.partRefused()).isZero();
    seen(Duration.ofMillis(50), 1);
    assertThat(admission.partRefused()).isZero();
  }

  @Test
  void forgetsWhatItSawInAFutureThatIsNoMore() {
    clock.travel(Duration.ofHours(1));
    seen(Duration.ofSeconds(30), 1);
    clock.travel(Duration.ofHours(-1));
    assertThat(admission.admits()).isTrue();
  }

  private void seen(Duration wait, int times) {
    for (int i = 0; i < times; i++) {
      admission.paid(wait);
    }
  }
}
