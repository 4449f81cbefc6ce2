package org.carelane.rest.strict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read in one way only, over HTTP. */
@SpringBootTest(
    classes = StrictTest.Service.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.servlet.multipart.enabled=false")
class StrictTest {

  @Configuration
  @EnableAutoConfiguration
  @Import(Desk.class)
  static class Service {}

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @AfterAll
  static void close() {
    HTTP.close();
  }

  @Test
  void whatIsWrittenInItsFormIsTaken() throws Exception {
    var order =
        """
        {"name": " Zoe\\u0308  N ", "text": "a\\r\\nb", "colours": ["RED"], "count": 7,
         "gift": true, "day": "2027-03-14", "time": "09:30", "at": "2027-03-14T23:00:00Z",
         "currency": "EUR", "part": {"id": "1"}}\
        """;
    var answer = JSON.readTree(post(order).body());
    assertThat(answer.path("name").asString()).isEqualTo("Zo\u00eb N");
    assertThat(answer.path("text").asString()).isEqualTo("a\nb");
    assertThat(answer.path("time").asString()).startsWith("09:30");
    assertThat(get("/api/orders/7?colours=RED&colours=GREEN&gift=true&limit=5").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name     | 1",
        "name     | true",
        "name     | [\"a\"]",
        "name     | {}",
        "name     | \"\\ud83d\"",
        "name     | \"a\\u0000\"",
        "name     | \"\\u2800\"",
        "name     | \"abcdef\"",
        "text     | \"\\u202e\"",
        "colours[0] | [2]",
        "colours[0] | [\"2\"]",
        "colours[0] | [\"red\"]",
        "colours[0] | [\" RED \"]",
        "colours[0] | [\"\"]",
        "colours  | \"RED\"",
        "count    | \"7\"",
        "count    | 7.5",
        "count    | 1e2",
        "count    | 12345678901",
        "count    | true",
        "count    | \"\"",
        "gift     | \"true\"",
        "gift     | 1",
        "day      | \"2027-03-14T23:00:00.000Z\"",
        "day      | \"14.03.2027\"",
        "day      | \"2027-02-30\"",
        "day      | \" 2027-03-14\"",
        "day      | \"\\u0662\\u0660\\u0662\\u0667-03-14\"",
        "day      | [2027,3,14]",
        "day      | 20527",
        "day      | \"\"",
        "time     | \"24:00\"",
        "time     | \"9:30\"",
        "time     | \"09:30Z\"",
        "at       | \"2027-03-14\"",
        "at       | \"2027-03-14T09:30\"",
        "at       | \"2027-03-14T09:30:00+01:00\"",
        "at       | 1805000000",
        "currency | \"eur\"",
        "currency | \"EURO\"",
        "currency | 978",
        "part     | \"1\"",
        "part.id  | {\"id\": 1}",
        "part.no  | {\"no\": 1}",
        "colour   | \"RED\""
      })
  void anythingElseIsRefusedByItsName(String field, String value) throws Exception {
    var member = field.replaceAll("[.\\[].*", "");
    var name = member.equals("name") ? "" : "\"name\": \"Zoe\", ";
    assertRefused(post("{" + name + "\"" + member + "\": " + value + "}"), field);
  }

  @Test
  void aMemberIsThereOnce() throws Exception {
    assertRefused(post("{\"name\": \"a\", \"name\": \"b\"}"), "name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "\"a\"", "{\"name\": \"a\"", "{\"name\": \"a\"} {}", "nul"})
  void whatIsNoObjectIsMalformed(String body) throws Exception {
    var answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(typeOf(answer)).isIn("malformed-json", "invalid-request");
  }

  @ParameterizedTest
  @CsvSource({
    "day, 3/14/27",
    "day, 14.03.27",
    "day, 2027-03-14T23:00:00Z",
    "day, +2027-03-14",
    "day, ٢٠٢٧-03-14",
    "day, ''",
    "at, 2027-03-14",
    "colour, red",
    "colour, ' RED'",
    "colour, 0",
    "gift, on",
    "gift, 1",
    "gift, TRUE",
    "count, 0x10",
    "count, ' 7'",
    "count, ٧",
    "limit, 0",
    "limit, ٧",
    "limit, +7",
    "limit, 101",
    "cursor, ###",
    "Limit, 5",
    "color, RED",
    "count, 7&count=8",
    "colours, RED&colours=blue"
  })
  void aQueryIsReadAsStrictly(String name, String value) throws Exception {
    var query = URLEncoder.encode(value, UTF_8).replace("%26", "&").replace("%3D", "=");
    assertRefused(get("/api/orders/7?" + name + "=" + query), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"day=%00", "day=%FF", "day=%zz"})
  void aQueryThatCannotBeReadIsRefused(String query) throws Exception {
    var answer =
        raw("GET /api/orders/7?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain",
        "*/*",
        "application/*",
        "json"
      })
  void aBodyIsJson(String type) throws Exception {
    var answer = send(request("/api/orders").header("Content-Type", type), "POST", "{}");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(typeOf(answer)).isEqualTo("unsupported-media-type");
    assertThat(send(request("/api/orders/7").header("Content-Type", type), "GET", null))
        .returns(200, HttpResponse::statusCode);
  }

  @Test
  void headAnswersLikeGet() throws Exception {
    var answer = send(request("/api/orders/7"), "HEAD", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @ParameterizedTest
  @CsvSource({"/api/orders/7/, 404", "/api/orders/, 404", "/api/orders/x, 400", "/nowhere, 404"})
  void aPathIsExact(String path, int status) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"Accept, text/plain, 406", "Accept, rubbish, 406", "Accept, */*, 200"})
  void oddHeadersAreAnswered(String name, String value, int status) throws Exception {
    var answer = send(request("/api/orders/7").header(name, value), "GET", null);
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void anOddExpectationIsAProblem() throws Exception {
    assertThat(
            raw(
                "POST /api/orders HTTP/1.1\r\nHost: a\r\nExpect: rubbish\r\nContent-Length: 2\r\n"
                    + "Content-Type: application/json\r\nConnection: close\r\n\r\n{}"))
        .startsWith("HTTP/1.1 417")
        .contains("application/problem+json");
  }

  @Test
  void tooManyHeadersAreAProblem() throws Exception {
    assertThat(
            raw(
                "GET /api/orders/7 HTTP/1.1\r\nHost: a\r\nX-Long: "
                    + "x".repeat(100_000)
                    + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 4")
        .contains("application/problem+json");
  }

  private static void assertRefused(HttpResponse<String> answer, String field) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(typeOf(answer)).isEqualTo("invalid-request");
    assertThat(JSON.readTree(answer.body()).path("errors").valueStream())
        .as(answer.body())
        .extracting(it -> it.path("field").asString())
        .containsExactly(field);
  }

  private static String typeOf(HttpResponse<String> answer) {
    JsonNode problem = JSON.readTree(answer.body());
    return problem.path("type").asString().replace("urn:carelane:problem:", "");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path), "GET", null);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(request("/api/orders").header("Content-Type", "application/json"), "POST", body);
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, String method, @Nullable String body)
      throws IOException, InterruptedException {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return HTTP.send(request.method(method, publisher).build(), BodyHandlers.ofString());
  }

  /** What a client library would not send. */
  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
