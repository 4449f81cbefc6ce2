package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.carelane.gateway.Client.header;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class TraceTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @Test
  void givesServiceAndClientTheSameTraceId() {
    var answer = client.get("/api/v1/doctors");

    var id = header(answer, "X-Trace-Id");
    assertThat(id).matches("[0-9a-f]{32}");
    assertThat(Fleet.APPOINTMENTS.lastReceived().header("traceparent")).startsWith("00-" + id);
    assertThat(header(client.get("/api/v1/doctors"), "X-Trace-Id")).isNotEqualTo(id);
  }

  @Test
  void continuesATraceBegunOutside() {
    var id = "4bf92f3577b34da6a3ce929d0e0e4736";

    var answer = client.get("/api/v1/doctors", "traceparent", "00-" + id + "-00f067aa0ba902b7-01");

    assertThat(header(answer, "X-Trace-Id")).isEqualTo(id);
    assertThat(Fleet.APPOINTMENTS.lastReceived().headers().get("traceparent"))
        .singleElement()
        .asString()
        .startsWith("00-" + id)
        .doesNotContain("00f067aa0ba902b7");
  }

  @Test
  void quotesTheTraceIdWithErrorsToo() {
    assertThat(header(client.get("/nothing"), "X-Trace-Id")).matches("[0-9a-f]{32}");
    assertThat(header(client.get("/api/v1/doctors", "Authorization", "Bearer x"), "X-Trace-Id"))
        .matches("[0-9a-f]{32}");
  }

  @Test
  void sendsOneTraceIdWhenAServiceAnswersWithItsOwn() {
    Fleet.APPOINTMENTS.answer(
        exchange -> {
          exchange.getResponseHeaders().set("X-Trace-Id", "another");
          StubService.json(exchange, 200, "{}");
        });

    assertThat(client.get("/api/v1/doctors").headers().allValues("X-Trace-Id"))
        .singleElement()
        .asString()
        .matches("[0-9a-f]{32}");
  }

  @Test
  void logsEachRequestInItsTraceAndNoToken(CapturedOutput output) {
    var token = Fleet.ISSUER.token("patient-1");
    var answer =
        client.get(
            "/api/v1/doctors/logged?access_token=secret", "Authorization", "Bearer " + token);
    var refused = client.get("/nothing-here");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> lines(output, "GET /nothing-here").size() == 1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> lines(output, "GET /api/v1/doctors/logged").size() == 1);
    assertThat(lines(output, "GET /api/v1/doctors/logged"))
        .singleElement()
        .asString()
        .containsPattern("GET /api/v1/doctors/logged 200 \\d+ ms")
        .contains(header(answer, "X-Trace-Id"));
    assertThat(lines(output, "GET /nothing-here"))
        .singleElement()
        .asString()
        .contains(" 404 ")
        .contains(header(refused, "X-Trace-Id"));
    assertThat(output.toString()).doesNotContain("secret").doesNotContain(token);
  }

  @Test
  void namesTheTraceInItsOwnLogLines(CapturedOutput output) {
    Fleet.PAYMENTS.answer(HttpExchange::close);

    var answer = client.get("/api/v1/payments/1");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(lines(output, "No answer for GET /api/v1/payments/1"))
        .singleElement()
        .asString()
        .contains(header(answer, "X-Trace-Id"));
  }

  private static List<String> lines(CapturedOutput output, String text) {
    return output.toString().lines().filter(line -> line.contains(text)).toList();
  }
}
