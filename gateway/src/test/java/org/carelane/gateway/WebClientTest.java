package org.carelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.carelane.gateway.Client.assertProblem;
import static org.carelane.gateway.Client.header;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@GatewayTest
class WebClientTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private Client client;

  @BeforeEach
  void connect(@LocalServerPort int port) {
    assumeThat(new ClassPathResource("META-INF/resources/index.html").exists())
        .as("The web client is built; that needs Node.js")
        .isTrue();
    client = new Client(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/doctors", "/doctors/4711?from=2026-12-01", "/apiary"})
  void everyAddressIsTheClient(String address) {
    var page = client.get(address, "Accept", BROWSER);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("id=\"root\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing", "/api", "/.well-known/nothing", "/nothing.js"})
  void whatIsNoPageIsNot(String address) {
    assertProblem(client.get(address, "Accept", BROWSER), 404, "not-found");
  }

  @Test
  void aProgramIsToldThatThereIsNothing() {
    assertProblem(client.get("/doctors", "Accept", "*/*"), 404, "not-found");
    assertProblem(client.get("/doctors", "Accept", "application/json"), 404, "not-found");
  }

  @Test
  void filesAreKeptForEverAndSentCompressed() {
    var script =
        Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"")
            .matcher(client.get("/", "Accept", BROWSER).body());
    assertThat(script.find()).isTrue();

    var file = client.get(script.group(1), "Accept-Encoding", "gzip, br");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(header(file, "Content-Type")).startsWith("text/javascript");
    assertThat(header(file, "Content-Encoding")).isIn("br", "gzip");
    assertThat(header(file, "Cache-Control")).contains("max-age=31536000", "immutable");
  }
}
