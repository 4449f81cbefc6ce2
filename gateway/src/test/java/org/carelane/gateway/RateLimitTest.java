package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(
    properties = {
      "CARELANE_RATE_REQUESTS=5",
      "CARELANE_RATE_REQUESTS_PER=1h",
      "CARELANE_RATE_SIGN_INS=3",
      "CARELANE_RATE_SIGN_INS_PER=1h"
    })
class RateLimitTest {

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    Fleet.answersAsUsual();
    client = new Client(port);
  }

  @Test
  void refusesAnAccountThatAsksTooOften() {
    var busy = "Bearer " + Fleet.ISSUER.token(UUID.randomUUID().toString());
    var other = "Bearer " + Fleet.ISSUER.token(UUID.randomUUID().toString());

    assertThat(asking(5, busy)).allMatch(answer -> answer.statusCode() == 200);
    var refused = client.get("/api/v1/appointments", "Authorization", busy);

    assertProblem(refused, 429, "too-many-requests");
    assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 720);
    assertThat(Fleet.APPOINTMENTS.received()).hasSize(5);
    assertThat(asking(1, other)).allMatch(answer -> answer.statusCode() == 200);
  }

  @Test
  void refusesAnAddressThatSignsInTooOften() {
    IntStream.range(0, 3)
        .forEach(
            i -> assertThat(client.post("/api/v1/auth/login", "{}").statusCode()).isEqualTo(200));

    assertProblem(client.post("/api/v1/auth/login", "{}"), 429, "too-many-requests");
    assertProblem(client.post("/api/v1/auth/register", "{}"), 429, "too-many-requests");
    assertProblem(client.post("/api/v1/auth/logi%6e", "{}"), 429, "too-many-requests");
    var someone = "Bearer " + Fleet.ISSUER.token(UUID.randomUUID().toString());
    assertThat(client.get("/api/v1/doctors", "Authorization", someone).statusCode())
        .as("may still look")
        .isEqualTo(200);
  }

  @Test
  void countsRequestsWithoutATokenByAddressWhateverTheyClaimItIs() {
    var statuses =
        IntStream.range(0, 6)
            .map(
                i ->
                    client
                        .get("/api/v1/specializations", "X-Forwarded-For", "203.0.113." + i)
                        .statusCode())
            .boxed()
            .toList();

    assertThat(statuses).contains(429);
  }

  /** Else tokens could be guessed as fast as the gateway can verify them. */
  @Test
  void countsTokensThatAreNotGenuineByAddress() {
    var victim = UUID.randomUUID().toString();
    var statuses =
        Stream.of(
                Fleet.ISSUER.forgedToken(victim),
                Fleet.ISSUER.expiredToken(victim),
                "no-token",
                Fleet.ISSUER.forgedToken(victim),
                Fleet.ISSUER.forgedToken(victim),
                Fleet.ISSUER.forgedToken(victim))
            .map(token -> client.get("/api/v1/appointments", "Authorization", "Bearer " + token))
            .toList();

    assertThat(statuses).anyMatch(answer -> answer.statusCode() == 429);
    assertThat(statuses).allMatch(answer -> List.of(401, 429).contains(answer.statusCode()));
    assertProblem(statuses.getLast(), 429, "too-many-requests");
    assertThat(Integer.parseInt(header(statuses.getLast(), "Retry-After"))).isBetween(1, 720);
    assertThat(Fleet.APPOINTMENTS.received()).isEmpty();
    assertThat(asking(5, "Bearer " + Fleet.ISSUER.token(victim)))
        .as("the limit of the account they name is untouched")
        .allMatch(answer -> answer.statusCode() == 200);
  }

  private List<HttpResponse<String>> asking(int times, String token) {
    return IntStream.range(0, times)
        .mapToObj(i -> client.get("/api/v1/appointments", "Authorization", token))
        .toList();
  }
}
