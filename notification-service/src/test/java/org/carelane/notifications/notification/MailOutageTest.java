package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.Test;

class MailOutageTest {

  private static final MailAnswer AWAY = new MailAnswer.ServerAway("away", Instant.EPOCH);
  private static final Duration INTERVAL = NotificationTest.LIMITS.probeEvery();

  private final TravellingClock clock = stopped();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MailOutage outage = new MailOutage(NotificationTest.LIMITS, clock, meters);

  @Test
  void allAreLetThroughWhileTheServerIsThere() {
    assertThat(outage.letsThrough()).isTrue();
    assertThat(outage.letsThrough()).isTrue();
    assertThat(outage.isAway()).isFalse();
    assertThat(away()).isZero();
  }

  @Test
  void oneAtEachIntervalIsLetThroughWhileItIsAway() {
    outage.heard(AWAY);
    assertThat(away()).isOne();
    for (int i = 0; i < 3; i++) {
      assertThat(outage.isProbeDue()).isFalse();
      assertThat(outage.letsThrough()).isFalse();
      clock.travel(INTERVAL);
      assertThat(outage.isProbeDue()).isTrue();
      assertThat(outage.letsThrough()).isTrue();
      assertThat(outage.letsThrough()).as("the second at once").isFalse();
      outage.heard(AWAY);
    }
  }

  @Test
  void anyAnswerAboutAMailShowsThatItIsBack() {
    outage.heard(AWAY);
    outage.heard(new MailAnswer.Rejected("550", Instant.EPOCH));
    assertThat(outage.isAway()).isFalse();
    assertThat(outage.letsThrough()).isTrue();
    assertThat(away()).isZero();
  }

  private double away() {
    return meters.get("carelane.mail.away").gauge().value();
  }

  private static TravellingClock stopped() {
    var clock = new TravellingClock();
    clock.stop();
    return clock;
  }
}
