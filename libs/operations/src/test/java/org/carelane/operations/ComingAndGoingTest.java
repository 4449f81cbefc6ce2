package org.carelane.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/** A service before a register, from its start to its end. */
@ExtendWith(OutputCaptureExtension.class)
class ComingAndGoingTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Duration DRAIN = Duration.ofMillis(1_500);

  private RegisterStub register;
  private ConfigurableApplicationContext service;

  @BeforeEach
  void open() throws IOException {
    register = new RegisterStub();
  }

  @AfterEach
  void close() {
    service.close();
    register.close();
  }

  @Test
  void isUpInTheRegisterWhenItIsReadyAndNotBefore() {
    service = start();

    await().atMost(PATIENCE).until(() -> register.statuses().contains("UP"));
    assertThat(register.statuses()).allMatch(it -> it.equals("STARTING") || it.equals("UP"));
  }

  @Test
  void isReadyOnceItHasSeenItselfInTheRegisterAndStaysSo() {
    register.refuseToBeRead();
    service = start();
    await().atMost(PATIENCE).until(() -> register.statuses().contains("UP"));
    assertThat(health()).isEqualTo(Status.OUT_OF_SERVICE);
    service.close();
    register.close();

    openAgain();
    service = start();
    await().atMost(PATIENCE).until(() -> health().equals(Status.UP));
    register.close();
    assertThat(health()).isEqualTo(Status.UP);
  }

  @Test
  void saysThatItGoesAndServesOnBeforeAnythingStops() {
    service = start();
    await().atMost(PATIENCE).until(() -> register.statuses().contains("UP"));
    var serving = service.getBean(Serving.class);

    var told = Instant.now();
    service.close();

    assertThat(serving.stopped.getFirst()).isAfter(told.plus(DRAIN.minusMillis(100)));
    assertThat(register.statuses()).endsWith("DOWN");
  }

  /** Not in its address: that is logged when the register does not answer. */
  @Test
  void signsInWithEveryRequestAndLogsNoPassword(CapturedOutput output) {
    service = start();
    await().atMost(PATIENCE).until(() -> health().equals(Status.UP));
    service.close();
    assertThat(register.sawStranger()).isFalse();

    register.close();
    service = start();
    await().atMost(PATIENCE).until(() -> output.getAll().contains(register.url()));
    assertThat(output).doesNotContain(RegisterStub.PASSWORD);
  }

  @Test
  void doesNotStartWithoutThePasswordOfTheRegister() {
    service = start(Map.of("eureka.client.enabled", "false"));
    assertThatThrownBy(() -> start(Map.of("carelane.discovery.password", "")))
        .rootCause()
        .hasMessageContaining("carelane.discovery.password must be set");
  }

  @Test
  void hasNothingToWaitForOutsideARegister() {
    service = start(Map.of("eureka.client.enabled", "false"));

    assertThat(service.getBeanNamesForType(Drain.class)).isEmpty();
    assertThat(health()).isEqualTo(Status.UP);
  }

  private void openAgain() {
    try {
      register = new RegisterStub();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Status health() {
    return service.getBean(RegistrationHealth.class).health().getStatus();
  }

  private ConfigurableApplicationContext start() {
    return start(Map.of());
  }

  private ConfigurableApplicationContext start(Map<String, String> more) {
    var settings =
        new HashMap<>(
            Map.of(
                "spring.config.import",
                "classpath:operations.yml",
                "spring.application.name",
                "draining",
                "server.port",
                "0",
                "CARELANE_EUREKA",
                register.url(),
                "carelane.discovery.password",
                RegisterStub.PASSWORD,
                "carelane.drain.for",
                DRAIN.toMillis() + "ms"));
    settings.putAll(more);
    return new SpringApplicationBuilder(Service.class)
        .run(
            settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Service {

    @Bean
    Serving serving() {
      return new Serving();
    }
  }

  /** What is stopped first of all. */
  static class Serving implements SmartLifecycle {

    private final List<Instant> stopped = new ArrayList<>();
    private boolean running;

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      stopped.add(Instant.now());
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
