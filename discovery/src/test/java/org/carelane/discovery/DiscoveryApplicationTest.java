package org.carelane.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "CARELANE_EVICTION_INTERVAL_MS=500")
class DiscoveryApplicationTest {

  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void showsANewcomerSoon() throws Exception {
    assertThat(register("newcomer", 30)).isEqualTo(204);
    await().atMost(Duration.ofSeconds(10)).until(() -> get("/eureka/apps").contains("NEWCOMER"));
  }

  @Test
  void forgetsAnInstanceThatStopsRenewing() throws Exception {
    assertThat(register("mortal", 4)).isEqualTo(204);
    await().atMost(Duration.ofSeconds(10)).until(() -> get("/eureka/apps").contains("MORTAL"));
    // Eureka waits twice the lease before it evicts.
    await().atMost(Duration.ofSeconds(40)).until(() -> !get("/eureka/apps").contains("MORTAL"));
  }

  @Test
  void isHealthyAndMeasured() throws Exception {
    assertThat(get("/actuator/health/readiness")).contains("UP");
    assertThat(get("/actuator/prometheus")).contains("jvm_memory_used_bytes");
  }

  private int register(String name, int leaseSeconds) throws IOException, InterruptedException {
    var instance =
        """
        {"instance": {
          "instanceId": "%1$s:1", "app": "%1$s", "vipAddress": "%1$s",
          "hostName": "127.0.0.1", "ipAddr": "127.0.0.1", "status": "UP",
          "port": {"$": 1, "@enabled": "true"},
          "leaseInfo": {"durationInSecs": %2$d, "renewalIntervalInSecs": 1},
          "dataCenterInfo": {
            "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
        """
            .formatted(name, leaseSeconds);
    return http.send(
            HttpRequest.newBuilder(at("/eureka/apps/" + name))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(instance))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(at(path))
                .header("Accept", "application/json, text/plain")
                .build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
