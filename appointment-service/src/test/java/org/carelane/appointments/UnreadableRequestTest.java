package org.carelane.appointments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.carelane.testservers.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Names and values that the firewall of Spring Security lets nobody read. */
@AppointmentServiceIsRunning
class UnreadableRequestTest {

  private static final String DOCTORS = "/api/v1/doctors";

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {"?=x", "?%1F=x", "?a%09=x", "?%F2%BF%93%AD=x"})
  void aParameterWhoseNameIsNoTextIsRefused(String query) {
    assertThat(Api.at(port).get(DOCTORS + query).refused()).isEqualTo("400 invalid-request");
  }

  @Test
  void aHeaderWhoseValueIsNoTextIsRefused() throws IOException {
    assertThat(answerInLanguage("de")).startsWith("HTTP/1.1 200");
    assertThat(answerInLanguage("de\u0080"))
        .startsWith("HTTP/1.1 400")
        .contains("urn:carelane:problem:invalid-request");
  }

  /** By hand: the client of the JDK sends only what is ASCII. */
  private String answerInLanguage(String language) throws IOException {
    var lines = "GET %s HTTP/1.1\r\nHost: a\r\nAccept-Language: %s\r\nConnection: close\r\n\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(lines.formatted(DOCTORS, language).getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
