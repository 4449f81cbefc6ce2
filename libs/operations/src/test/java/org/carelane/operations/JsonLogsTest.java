package org.carelane.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a log line is where {@code LOGGING_STRUCTURED_FORMAT_CONSOLE} is {@code ecs}. */
@ExtendWith(OutputCaptureExtension.class)
class JsonLogsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void everyLineFromTheFirstIsJsonOfTheService(CapturedOutput output) {
    var lines = log(output, () -> LoggerFactory.getLogger("probe").info("ready"));

    assertThat(lines)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            line -> {
              assertThat(line.at("/service/name").asString()).isEqualTo("probe");
              assertThat(line.at("/service/environment").asString()).isEqualTo("staging");
              assertThat(line.at("/@timestamp").asString()).isNotEmpty();
            });
    assertThat(lines.getFirst().path("message").asString()).startsWith("Starting ");
  }

  @Test
  void aLineNamesItsTraceAsEcsDoes(CapturedOutput output) {
    var lines =
        log(
            output,
            () -> {
              MDC.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
              MDC.put("spanId", "00f067aa0ba902b7");
              LoggerFactory.getLogger("probe").info("traced");
              MDC.clear();
            });

    assertThat(lines)
        .filteredOn(line -> line.path("message").asString().equals("traced"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("trace.id").asString())
                  .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
              assertThat(line.path("span.id").asString()).isEqualTo("00f067aa0ba902b7");
              assertThat(line.has("traceId")).isFalse();
            });
  }

  @Test
  void aStackTraceIsInTheLineOfItsMessage(CapturedOutput output) {
    var lines =
        log(
            output,
            () -> LoggerFactory.getLogger("probe").error("broken", new IllegalStateException("x")));

    assertThat(lines)
        .filteredOn(line -> line.path("message").asString().equals("broken"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.at("/error/stack_trace").asString())
                    .contains("IllegalStateException")
                    .contains("\n\tat "));
  }

  private static List<JsonNode> log(CapturedOutput output, Runnable work) {
    var before = output.getOut().length();
    var application = new SpringApplication(Nothing.class);
    application.setMainApplicationClass(Nothing.class);
    try (var _ =
        application.run(
            "--spring.config.name=probe",
            "--spring.main.banner-mode=off",
            "--logging.structured.format.console=ecs",
            "--CARELANE_ENVIRONMENT=staging")) {
      work.run();
    }
    return output.getOut().substring(before).lines().map(JSON::readTree).toList();
  }

  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
