package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.header;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = "spring.cloud.gateway.server.webflux.trusted-proxies=127\\\\.0\\\\.0\\\\.1")
class TrustedProxyTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @Test
  void believesATrustedProxy() {
    var answer =
        client.get(
            "/api/v1/doctors", "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https");

    var seen = Fleet.APPOINTMENTS.lastReceived().headers();
    assertThat(seen.get("X-Forwarded-For")).containsExactly("203.0.113.7");
    assertThat(seen.get("X-Forwarded-Proto")).containsExactly("https");
    assertThat(header(answer, "Strict-Transport-Security")).contains("max-age=31536000");
  }

  @Test
  void promisesHttpsOnlyOverHttps() {
    assertThat(header(client.get("/api/v1/doctors"), "Strict-Transport-Security")).isEmpty();
  }
}
