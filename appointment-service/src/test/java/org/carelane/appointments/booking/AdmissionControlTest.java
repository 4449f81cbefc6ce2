package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
    assertThat(admits()).as("nothing is known").isTrue();
    seen(Duration.ofMillis(4_900), 50);
    assertThat(admission.partRefused()).isZero();
    assertThat(admits()).isTrue();
  }

  @Test
  void refusesTheMoreTheLongerTheyWait() {
    seen(Duration.ofMillis(7_500), 100);
    assertThat(admission.partRefused()).isCloseTo(0.5, within(0.01));
    seen(Duration.ofSeconds(30), 100);
    assertThat(admission.partRefused()).isOne();
    assertThat(admits()).isFalse();
    assertThat(meters.counter("carelane.bookings.refused").count()).isEqualTo(1);
  }

  @Test
  void admitsAgainWhenTheBacklogIsGone() {
    seen(Duration.ofSeconds(30), 100);
    seen(Duration.ofMillis(50), 100);
    assertThat(admission.partRefused()).isZero();
  }

  @Test
  void refusesTheMoreTheFewerOfTheLatestAreAnsweredAtAll() {
    admission.unanswered(0.5);
    assertThat(admission.partRefused()).isZero();
    admission.unanswered(0.75);
    assertThat(admission.partRefused()).isEqualTo(0.5);
    seen(Duration.ofMillis(50), 100);
    admission.unanswered(1);
    assertThat(admits()).as("the few answers came soon").isFalse();
    clock.travel(Duration.ofSeconds(6));
    assertThat(admits()).as("nobody looks any more").isTrue();
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
    assertThat(admits()).isTrue();
  }

  @Test
  void whoWaitsForATurnGetsItWhenOneIsGivenBack() throws Exception {
    var admission = oneAtOnce(Duration.ofSeconds(30));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = new CountDownLatch(1);
      var atWork = threads.submit(() -> admission.admit(() -> awaited(first)));
      var waiting = threads.submit(() -> admission.admit(() -> "next"));
      first.countDown();
      assertThat(atWork.get()).contains(true);
      assertThat(waiting.get()).contains("next");
    }
  }

  @Test
  void refusesWhoWaitsTooLongForATurn() {
    var admission = oneAtOnce(Duration.ofMillis(1));
    var other = admission.admit(() -> admission.admit(() -> "other"));
    assertThat(other).contains(Optional.empty());
    assertThat(meters.counter("carelane.bookings.refused").count()).isEqualTo(1);
  }

  @Test
  void refusesAtOnceWhenAHundredWait() {
    var admission = oneAtOnce(Duration.ofSeconds(30));
    var release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 101; i++) {
        threads.submit(() -> admission.admit(() -> awaited(release)));
      }
      await().until(() -> admission.places() == 0);
      assertThat(admission.admit(() -> "one more")).isEmpty();
      release.countDown();
    }
    assertThat(admission.admit(() -> "next")).contains("next");
    assertThat(meters.counter("carelane.bookings.refused").count()).isEqualTo(1);
  }

  @Test
  void givesTheTurnBackWhateverHappens() {
    var admission = oneAtOnce(Duration.ofMillis(1));
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                admission.admit(
                    () -> {
                      throw new IllegalStateException("no database");
                    }));
    assertThat(admission.admit(() -> "next")).contains("next");
  }

  private AdmissionControl oneAtOnce(Duration busyAfter) {
    return new AdmissionControl(Samples.propertiesOf(busyAfter, 1), clock, meters);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean admits() {
    return admission.admit(() -> true).isPresent();
  }

  private void seen(Duration wait, int times) {
    for (int i = 0; i < times; i++) {
      admission.paid(wait);
    }
  }
}
