package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What the gateway does when a service is away or a client asks too much. */
@Isolated
class ResilienceTest {

  private static final List<String> OF_EACH_SERVICE =
      List.of(
          "/api/v1/auth/me",
          Booking.APPOINTMENTS,
          "/api/v1/payments",
          "/api/v1/notifications",
          "/api/v1/conversations");

  @Test
  void aServiceThatIsAwayIsAProblemUntilItIsBack() {
    var fleet = RunningFleet.fleet();
    var api = People.patient().api();
    fleet.kill("chat-service");
    var away = api.get("/api/v1/conversations");
    assertThat(away.status()).as(away.raw()).isEqualTo(503);
    assertThat(away.header("Content-Type")).startsWith("application/problem+json");
    assertThat(away.refused()).isEqualTo("503 service-unavailable");
    assertThat(Integer.parseInt(away.header("Retry-After"))).isPositive();
    await("an open breaker")
        .until(
            () -> {
              api.get("/api/v1/conversations");
              return Metrics.sum(
                      "gateway",
                      "resilience4j_circuitbreaker_state",
                      "name=\"conversations\"",
                      "state=\"open\"")
                  == 1;
            });
    assertThat(api.get("/api/v1/doctors").status()).isEqualTo(200);
    fleet.start("chat-service");
    await("chat to be back").until(() -> api.get("/api/v1/conversations").status() == 200);
  }

  /** Its port is open and nobody answers: only time tells. */
  @Test
  void aServiceThatHangsIsGivenUpAndFoundAgain() throws Exception {
    var api = People.patient().api();
    signal("STOP", "chat-service");
    try {
      assertThat(api.get("/api/v1/conversations").refused()).isEqualTo("503 service-unavailable");
      assertThat(api.get(Booking.APPOINTMENTS).status()).isEqualTo(200);
    } finally {
      signal("CONT", "chat-service");
    }
    await("chat to be back").until(() -> api.get("/api/v1/conversations").status() == 200);
  }

  /** Each service gives up before the gateway does, and says so itself. */
  @Test
  void whileTheDatabaseHangsEveryServiceSaysSo() throws Exception {
    var api = People.patient().api();
    signal("STOP", "mongodb");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies =
          OF_EACH_SERVICE.stream().map(path -> threads.submit(() -> api.get(path))).toList();
      for (var reply : replies) {
        var away = reply.get();
        assertThat(away.refused()).as(away.raw()).isEqualTo("503 service-unavailable");
        // auth-service could not look whether the session has ended, and has done nothing.
        assertThat(away.text("detail"))
            .containsAnyOf(
                "it is not known whether the request took effect", "Try again in a moment.");
        assertThat(away.header("Retry-After")).isEqualTo("2");
      }
    } finally {
      signal("CONT", "mongodb");
    }
    for (var path : OF_EACH_SERVICE) {
      await(path).until(() -> api.get(path).status() == 200);
    }
  }

  private static void signal(String name, String service) throws Exception {
    var pid = Long.toString(RunningFleet.fleet().pid(service));
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void whoAsksTooMuchIsToldWhenToComeBack() throws Exception {
    var greedy = People.patient().api();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var replies =
          IntStream.range(0, 3 * RunningFleet.RATE_LIMIT)
              .mapToObj(_ -> threads.submit(() -> greedy.get("/api/v1/specializations")))
              .toList();
      int refused = 0;
      for (var future : replies) {
        var reply = future.get();
        if (reply.status() == 429) {
          refused++;
          assertThat(reply.text("type")).startsWith("urn:carelane:problem:");
          assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        } else {
          assertThat(reply.status()).isEqualTo(200);
        }
      }
      assertThat(refused).isPositive();
    }
    assertThat(People.patient().api().get("/api/v1/specializations").status()).isEqualTo(200);
  }

  @Test
  void answersCarrySecurityHeadersAndCorsIsForTheConfiguredOriginOnly() {
    var api = RunningFleet.api();
    var reply = api.get("/api/v1/doctors");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors");
    assertThat(preflight(RunningFleet.ORIGIN)).isEqualTo(RunningFleet.ORIGIN);
    assertThat(preflight("https://evil.example")).isEmpty();
  }

  private static String preflight(String origin) {
    return RunningFleet.api()
        .with("Origin", origin)
        .with("Access-Control-Request-Method", "POST")
        .send("OPTIONS", "/api/v1/appointments", null)
        .header("Access-Control-Allow-Origin");
  }
}
