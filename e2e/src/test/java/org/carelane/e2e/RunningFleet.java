package org.carelane.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.carelane.local.Fleet;
import org.carelane.testservers.Api;

/**
 * One fleet for all tests, on free ports and with an empty database. It waits less than in
 * production, so that tests of waiting end; it is stopped and deleted when the tests are through.
 */
final class RunningFleet {

  /** How long a slot is held for its payment. */
  static final Duration HOLD = Duration.ofSeconds(40);

  static final String ORIGIN = "https://app.example";

  /** Requests of one account in ten seconds. */
  static final int RATE_LIMIT = 600;

  private static final Path HOME = home();
  private static final Fleet FLEET = start();

  private RunningFleet() {}

  static Fleet fleet() {
    return FLEET;
  }

  /** Nobody's view through the gateway. */
  static Api api() {
    return Api.at(FLEET.gateway());
  }

  /** One service itself, behind the gateway's back. */
  static Api service(String name) {
    return Api.at(URI.create(FLEET.address(name).toString()));
  }

  private static Fleet start() {
    var fleet =
        Fleet.builder()
            .home(HOME)
            .freePorts()
            .env(
                "appointment-service",
                Map.of(
                    "CARELANE_BOOKING_HOLD_FOR", HOLD.toSeconds() + "s",
                    "CARELANE_BOOKING_UNDO_AGAIN_AFTER", "1s"))
            .env(
                "notification-service",
                Map.of(
                    "CARELANE_NOTIFICATIONS_DELIVERY_ATTEMPTS", "3",
                    "CARELANE_NOTIFICATIONS_DELIVERY_FIRSTBACKOFF", "500ms",
                    "CARELANE_NOTIFICATIONS_DELIVERY_MAXBACKOFF", "1s"))
            .env(
                "gateway",
                Map.of(
                    "CARELANE_CORS_ORIGINS", ORIGIN,
                    "CARELANE_RATE_REQUESTS", Integer.toString(RATE_LIMIT),
                    "CARELANE_RATE_REQUESTS_PER", "10s"))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fleet)));
    fleet.up();
    return fleet;
  }

  private static void stop(Fleet fleet) {
    fleet.close();
    if (!Boolean.getBoolean("keep")) {
      fleet.reset();
    }
  }

  private static Path home() {
    try {
      return Files.createTempDirectory("carelane-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
