package org.carelane.notifications.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the mail server is away, as far as this process knows. While it is, one mail at intervals
 * tries whether it is back, and the others wait without an attempt. {@code carelane.mail.away} is 1
 * then, otherwise 0.
 */
@Component
class MailOutage {

  private static final Logger log = LoggerFactory.getLogger(MailOutage.class);

  private final Duration probeEvery;
  private final Clock clock;

  /** {@code null} while the server is there. */
  private final AtomicReference<@Nullable Instant> nextProbe = new AtomicReference<>();

  MailOutage(DeliveryProperties properties, Clock clock, MeterRegistry meters) {
    this.probeEvery = properties.probeEvery();
    this.clock = clock;
    meters.gauge("carelane.mail.away", this, it -> it.isAway() ? 1 : 0);
  }

  boolean isAway() {
    return nextProbe.get() != null;
  }

  /** Whether one mail should try if the server is back. */
  boolean isProbeDue() {
    var probe = nextProbe.get();
    return probe != null && !clock.instant().isBefore(probe);
  }

  /** Whether a mail may be sent now. While the server is away: one at each interval. */
  boolean letsThrough() {
    var probe = nextProbe.get();
    return probe == null
        || (isProbeDue() && nextProbe.compareAndSet(probe, clock.instant().plus(probeEvery)));
  }

  void heard(MailAnswer answer) {
    switch (answer) {
      case MailAnswer.ServerAway(var cause, _) -> {
        if (nextProbe.getAndSet(clock.instant().plus(probeEvery)) == null) {
          log.warn("The mail server is away ({}): mails wait", cause);
        }
      }
      case MailAnswer.Accepted _, MailAnswer.Rejected _, MailAnswer.Failed _ -> {
        if (nextProbe.getAndSet(null) != null) {
          log.info("The mail server is back");
        }
      }
    }
  }
}
