package org.carelane.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client library would not send, or not like this. */
@GatewayTest
@Timeout(120)
class EdgeTest {

  private static final String LINE_END = "\r\n";

  private int port;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    this.port = port;
    Fleet.answersAsUsual();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/doctors?q=%zz, 400, invalid-request",
    "GET, /api/v1/doctors?q=%f, 400, invalid-request",
    "GET, /api/v1/doctors/%zz, 400, invalid-request",
    "GET, /api/v1/doctors?q=<a>, 400, invalid-request",
    "GET, /api/v1/doctors?q=\u00e9, 400, invalid-request",
    "GET, /api/v1/doctors?q=a\\b, 400, invalid-request",
    "GET, /ws, 426, upgrade-required",
    "TRACE, /api/v1/doctors, 405, method-not-allowed",
    "CONNECT, /api/v1/doctors, 405, method-not-allowed",
    "BREW, /api/v1/doctors, 405, method-not-allowed"
  })
  void aRequestThatIsNoneIsAProblem(String method, String target, int status, String type)
      throws IOException {
    assertProblem(ask(method + " " + target + " HTTP/1.1", "Host: a"), status, type);
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @Test
  void anAddressThatIsTooLongIsAProblem() throws IOException {
    var target = "/api/v1/doctors?q=" + "a".repeat(20_000);
    assertProblem(ask("GET " + target + " HTTP/1.1", "Host: a"), 414, "uri-too-long");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {20_000, 200_000})
  void headersThatAreTooLongAreAProblem(int length) throws IOException {
    var header = "X-Long: " + "a".repeat(length);
    assertProblem(
        ask("GET /api/v1/doctors HTTP/1.1", "Host: a", header), 431, "request-headers-too-large");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bad Name: x", "X-Nul: a\u0000b", "no colon at all", "Transfer-Encoding: x"})
  void headersThatAreNoneAreAProblem(String header) throws IOException {
    assertProblem(ask("GET /api/v1/doctors HTTP/1.1", "Host: a", header), 400, "invalid-request");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @Test
  void anUnknownExpectationIsRefused() throws IOException {
    assertProblem(
        ask(
            "POST /api/v1/appointments HTTP/1.1",
            "Host: a",
            "Expect: rubbish",
            "Content-Length: 0"),
        417,
        "expectation-failed");
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2.7", "HTP/1.1", ""})
  void anotherProtocolIsAProblem(String protocol) throws IOException {
    var answer = ask("GET /api/v1/doctors " + protocol, "Host: a");
    assertThat(answer).startsWith("HTTP/1.1 ").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/doctors/", "/api/v1/appointments/", "/api-docs/", "/"})
  void aPathIsGivenToTheServiceAsItIs(String path) throws IOException {
    assertThat(ask("GET " + path + " HTTP/1.1", "Host: a", "Connection: close"))
        .doesNotContain("HTTP/1.1 5");
  }

  private static void assertProblem(String answer, int status, String type) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json", "\"urn:carelane:problem:" + type + "\"")
        .contains("\"status\":" + status);
  }

  private String ask(String line, String... headers) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      var request = line + LINE_END + String.join(LINE_END, headers) + LINE_END + LINE_END;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var answer = new StringBuilder();
      var in = socket.getInputStream();
      while (!answer.toString().endsWith("}")) {
        var next = in.read();
        if (next < 0) {
          break;
        }
        answer.append((char) next);
      }
      return answer.toString();
    }
  }
}
