package org.carelane.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestMessages;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Administrators see and settle the commands that could not be handled. */
@PaymentServiceIsRunning
class DeadLettersTest {

  private static final String LETTERS = "/api/v1/admin/dead-letters/payment-service";
  private static final String COMMANDS = LETTERS + "/payment.commands/";

  @LocalServerPort private int port;
  private final String id = Ids.next();
  private Api admin;

  @BeforeEach
  void signIn() {
    admin = Api.at(port).as(TestTokens.admin("an-admin"));
  }

  @Test
  void aCommandThatCannotBeReadIsListedSentAgainAndParkedAnew() {
    TestMessages.send("payment.commands", id, "TakePayment", "{\"not\": \"a command");
    var parked = awaitOpen(-1);
    assertThat(parked.path("type").asString()).isEqualTo("TakePayment");
    assertThat(parked.path("exception").asString()).endsWith("UnreadableMessage");
    assertThat(parked.path("consumerGroup").asString()).startsWith("payment-service");

    var offset = parked.path("offset").asLong();
    var sent = admin.post(COMMANDS + offset + "/send-again");
    assertThat(sent.text("settledBy")).isEqualTo("an-admin");
    assertThat(admin.get(LETTERS + "?state=SETTLED&limit=100").each("key")).contains(id);

    var again = awaitOpen(offset).path("offset").asLong();
    assertThat(admin.post(COMMANDS + again + "/dismiss").text("state")).isEqualTo("DISMISSED");
    assertThat(open()).noneMatch(it -> id.equals(it.path("key").asString()));
  }

  @Test
  void patientsAndDoctorsSeeNone() {
    for (var token : List.of(TestTokens.patient("p"), TestTokens.doctor("d"))) {
      var anyone = Api.at(port).as(token);
      assertThat(anyone.get(LETTERS).refused()).isEqualTo("403 forbidden");
      assertThat(anyone.get(COMMANDS + 0).refused()).isEqualTo("403 forbidden");
      assertThat(anyone.post(COMMANDS + "0/send-again").refused()).isEqualTo("403 forbidden");
    }
    assertThat(Api.at(port).get(LETTERS).refused()).isEqualTo("401 unauthenticated");
  }

  @Test
  void showsNoneOfATopicItOnlySendsTo() {
    assertThat(admin.get(LETTERS + "?topic=payment.events").refused()).isEqualTo("404 not-found");
    assertThat(admin.get(LETTERS + "/payment.events/0").refused()).isEqualTo("404 not-found");
  }

  private JsonNode awaitOpen(long behind) {
    return await("dead letter of " + id)
        .until(
            () ->
                open().stream()
                    .filter(it -> id.equals(it.path("key").asString()))
                    .filter(it -> it.path("offset").asLong() > behind)
                    .findFirst(),
            it -> it.isPresent())
        .orElseThrow();
  }

  private List<JsonNode> open() {
    return admin.get(LETTERS + "?limit=100").body().path("items").valueStream().toList();
  }
}
