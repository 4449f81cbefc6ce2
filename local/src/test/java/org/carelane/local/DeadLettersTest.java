package org.carelane.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./fleet dead-letters} over a stand-in for the gateway. */
class DeadLettersTest {

  private static final String LETTERS = "/api/v1/admin/dead-letters/";
  private static final String NONE = "{\"items\":[],\"nextCursor\":null}";
  private static final String LETTER =
      """
      {"topic":"payment.commands","offset":3,"type":"TakePayment","version":1,"key":"a-17",
       "messageId":"m-1","parkedAt":"2027-03-01T10:15:30.412Z","consumerGroup":"payment-service",
       "exception":"org.carelane.messaging.UnreadableMessage","state":"%s","settledBy":%s,
       "settledAt":%s}
      """;

  private record Reply(int status, String body) {}

  @TempDir Path home;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final Map<String, Reply> replies = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private HttpServer gateway;

  @BeforeEach
  void startGateway() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext("/", this::reply);
    gateway.start();
    answers("POST /api/v1/auth/login", 200, "{\"accessToken\":\"of-the-admin\"}");
    for (var service : Services.CONSUMERS) {
      answers("GET " + LETTERS + service + "?limit=100&state=OPEN", 200, NONE);
    }
  }

  @AfterEach
  void stopGateway() {
    gateway.stop(0);
  }

  @Test
  void saysWhenThereAreNone() {
    assertThat(run("dead-letters")).isZero();
    assertThat(text()).isEqualTo("No open dead letters.\n");
  }

  @Test
  void listsThoseOfAllServicesForTheAdministrator() {
    listed("payment-service", "{\"items\":[" + open() + "],\"nextCursor\":\"more\"}");
    assertThat(run("dead-letters")).isZero();
    assertThat(text())
        .containsPattern(
            "payment-service +payment.commands +3 +TakePayment +a-17 +2027-03-01T10:15:30Z"
                + " +UnreadableMessage\n")
        .contains("and more: these are the newest 100 of payment-service");
    assertThat(asked)
        .filteredOn(it -> it.contains("admin"))
        .allMatch(it -> it.endsWith("Bearer of-the-admin"));
  }

  @Test
  void listsTheSettledWithWhoDidIt() {
    for (var service : Services.CONSUMERS) {
      answers("GET " + LETTERS + service + "?limit=100&state=SETTLED", 200, NONE);
    }
    answers(
        "GET " + LETTERS + "payment-service?limit=100&state=SETTLED",
        200,
        "{\"items\":[" + settled("DISMISSED") + "]}");
    assertThat(run("dead-letters", "--settled")).isZero();
    assertThat(text()).contains("DISMISSED by an-admin at 2027-03-02T08:00:00Z");
  }

  @Test
  void aServiceThatRefusesIsNamedAndTheOthersAreListed() {
    listed("payment-service", "{\"items\":[" + open() + "]}");
    answers("GET " + LETTERS + "chat-service?limit=100&state=OPEN", 500, "{}");
    assertThat(run("dead-letters")).isEqualTo(1);
    assertThat(text())
        .contains("TakePayment")
        .containsPattern("chat-service +does not answer \\(500\\)");
  }

  @Test
  void showsOneWithItsPayloadAndItsCause() {
    answers(
        "GET " + LETTERS + "payment-service/payment.commands/3",
        200,
        "{\"letter\":%s,\"key\":\"a-17\",\"payload\":\"{broken\",\"headers\":{\"type\":\"TakePayment\"},\"stackTrace\":\"at a line\"}"
            .formatted(open()));
    assertThat(run("dead-letters", "show", "payment.commands.dlt", "3")).isZero();
    assertThat(text()).contains("messageId          m-1", "{broken", "at a line");
  }

  @Test
  void sendsOneAgain() {
    answers(
        "POST " + LETTERS + "payment-service/payment.commands/3/send-again",
        200,
        settled("SENT_AGAIN"));
    assertThat(run("dead-letters", "send-again", "payment.commands", "3")).isZero();
    assertThat(text()).contains("TakePayment payment.commands/3: SENT_AGAIN by an-admin");
  }

  @Test
  void sendsAllAgainUntilNothingIsLeft() {
    var path = "POST " + LETTERS + "payment-service/payment.commands/send-again";
    answers(path, 200, "{\"sent\":100,\"left\":20,\"upTo\":170}");
    answers(path + "?upTo=170", 200, "{\"sent\":20,\"left\":0,\"upTo\":170}");
    assertThat(run("dead-letters", "send-again", "payment.commands", "all")).isZero();
    assertThat(text()).isEqualTo("payment-service: sent again 120 of payment.commands\n");
  }

  @Test
  void whatIsSettledOtherwiseIsSaid() {
    answers(
        "POST " + LETTERS + "payment-service/payment.commands/3/dismiss",
        409,
        "{\"state\":\"SENT_AGAIN\"}");
    assertThat(run("dead-letters", "dismiss", "payment.commands", "3")).isEqualTo(1);
    assertThat(text()).isEqualTo("fleet: payment.commands/3 is settled already: SENT_AGAIN\n");
  }

  @Test
  void mistakesAreOneLineAndStatus1() {
    says("there is no dead letter payment.commands/9", "show", "payment.commands", "9");
    says("no service reads the topic nonsense", "send-again", "nonsense", "all");
    says("which one? ./fleet dead-letters show TOPIC OFFSET", "show", "payment.commands", "x");
    says("which one? ./fleet dead-letters dismiss TOPIC OFFSET", "dismiss");
    says("which topic? ./fleet dead-letters send-again", "send-again", "pay ment", "all");
    says("./fleet dead-letters has no \"lose\"", "lose");
    answers("POST /api/v1/auth/login", 401, "{}");
    says("cannot sign in as admin@carelane.example");
    gateway.stop(0);
    says("the gateway does not answer");
  }

  private void says(String message, String... words) {
    output.reset();
    var arguments = new ArrayList<>(List.of("dead-letters"));
    arguments.addAll(List.of(words));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(1);
    assertThat(text()).startsWith("fleet: " + message).hasLineCount(1);
  }

  private static String open() {
    return LETTER.formatted("OPEN", "null", "null");
  }

  private static String settled(String state) {
    return LETTER.formatted(state, "\"an-admin\"", "\"2027-03-02T08:00:00Z\"");
  }

  private void listed(String service, String page) {
    answers("GET " + LETTERS + service + "?limit=100&state=OPEN", 200, page);
  }

  private void answers(String request, int status, String body) {
    replies.put(request, new Reply(status, body));
  }

  private void reply(HttpExchange exchange) throws IOException {
    var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    var reply = replies.getOrDefault(request, new Reply(404, "{}"));
    var body = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String text() {
    return output.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private int run(String... arguments) {
    var port = Integer.toString(gateway.getAddress().getPort());
    var environment = Map.of("CARELANE_HOME", home.toString(), "CARELANE_PORT", port);
    return FleetCommand.run(arguments, environment, new PrintStream(output, true, UTF_8));
  }
}
