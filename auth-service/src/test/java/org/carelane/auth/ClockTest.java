package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.carelane.testservers.Api;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A replica and its database do not agree on the time. */
@AuthServiceIsRunning
@ExtendWith(OutputCaptureExtension.class)
class ClockTest {

  private static final String OFF = "Not ready: the clock is";

  @Autowired TravellingClock clock;
  @Autowired MeterRegistry meters;
  @LocalServerPort int port;

  @BeforeEach
  @AfterEach
  void agree() {
    clock.returnHome();
    awaitReadiness(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, -3})
  void whoseClockIsOffIsNotReadyUntilItAgreesAgain(long seconds, CapturedOutput output) {
    clock.travel(Duration.ofSeconds(seconds));
    awaitReadiness(503);
    assertThat(meters.get("carelane.clock.offset").timeGauge().value(TimeUnit.SECONDS))
        .isBetween(seconds - 0.5, seconds + 0.5);

    clock.returnHome();
    awaitReadiness(200);
    assertThat(output.getOut().split(OFF, -1)).as("said once").hasSize(2);
    assertThat(output).contains("The clock agrees with the database's again");
  }

  @Test
  void whoseClockIsOffALittleIsReady() {
    clock.travel(Duration.ofSeconds(1));
    await()
        .until(() -> meters.get("carelane.clock.offset").timeGauge().value(TimeUnit.SECONDS) > 0.5);
    assertThat(readiness()).isEqualTo(200);
  }

  private void awaitReadiness(int status) {
    await().until(() -> readiness() == status);
  }

  private int readiness() {
    return Api.at(port).get("/actuator/health/readiness").status();
  }
}
