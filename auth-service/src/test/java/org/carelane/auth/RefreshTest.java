package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

@AuthServiceIsRunning
class RefreshTest {

  private static final String REFUSED = "401 invalid-refresh-token";
  private static final Duration TIME_TO_REPEAT = Duration.ofSeconds(10);

  @Autowired MongoTemplate mongo;
  @Autowired TravellingClock clock;
  @LocalServerPort int port;
  Client api;
  String first;

  @BeforeEach
  void signIn() {
    api = Client.at(port);
    first = People.registered(api).signIn(api).text("refreshToken");
  }

  @Test
  void exchangesTheTokenForNewOnes() {
    var reply = api.refresh(first);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text("refreshToken")).isNotEqualTo(first);
    assertThat(api.as(reply.text("accessToken")).me().status()).isEqualTo(200);
    assertThat(api.refresh(reply.text("refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void aReusedTokenEndsItsFamily() {
    var second = api.refresh(first).text("refreshToken");
    clock.travel(TIME_TO_REPEAT);
    assertThat(api.refresh(first).refused()).isEqualTo(REFUSED);
    assertThat(api.refresh(second).refused()).isEqualTo(REFUSED);
  }

  @Test
  void aReusedTokenEndsItsFamilyHoweverOldItIs() {
    var second = api.refresh(first).text("refreshToken");
    var third = api.refresh(second).text("refreshToken");
    clock.travel(TIME_TO_REPEAT);
    assertThat(api.refresh(first).refused()).isEqualTo(REFUSED);
    assertThat(api.refresh(third).refused()).isEqualTo(REFUSED);
  }

  @Test
  void otherSignInsGoOn() {
    var person = People.registered(api);
    var here = person.signIn(api).text("refreshToken");
    var there = person.signIn(api).text("refreshToken");
    api.refresh(here);
    clock.travel(TIME_TO_REPEAT);
    assertThat(api.refresh(here).refused()).isEqualTo(REFUSED);
    assertThat(api.refresh(there).status()).isEqualTo(200);
  }

  /** Tabs of one browser, each with a key of its own. */
  @RepeatedTest(5)
  void tabsThatRefreshAtOnceAllStaySignedIn() {
    var replies =
        RegistrationTest.atOnce(8, () -> api.withKey(UUID.randomUUID().toString()).refresh(first));
    assertThat(replies).extracting(Reply::status).containsOnly(200);
    var second = replies.getFirst().text("refreshToken");
    assertThat(replies).extracting(it -> it.text("refreshToken")).containsOnly(second);
    assertThat(api.refresh(second).status()).isEqualTo(200);
  }

  @RepeatedTest(5)
  void twoClientsAtOnceCannotBothWin() {
    var replies = RegistrationTest.atOnce(8, () -> api.fromElsewhere().refresh(first));
    var winners = replies.stream().filter(it -> it.status() == 200).toList();
    assertThat(winners).hasSizeLessThanOrEqualTo(1);
    assertThat(replies).filteredOn(it -> it.refused().equals(REFUSED)).hasSizeGreaterThan(6);
    winners.forEach(
        it -> assertThat(api.refresh(it.text("refreshToken")).refused()).isEqualTo(REFUSED));
  }

  @Test
  void anotherBrowserAtTheSameAddressIsAnotherClient() {
    var second = api.withBrowser("Firefox").refresh(first).text("refreshToken");
    assertThat(api.withBrowser("Safari").refresh(first).refused()).isEqualTo(REFUSED);
    assertThat(api.withBrowser("Firefox").refresh(second).refused()).isEqualTo(REFUSED);
  }

  @Test
  void aTabThatIsLateGetsTheValidToken() {
    var second = api.refresh(first).text("refreshToken");
    var third = api.refresh(second).text("refreshToken");
    assertThat(api.refresh(first).text("refreshToken")).isEqualTo(third);
    assertThat(api.refresh(third).status()).isEqualTo(200);
  }

  @Test
  void aRepeatedRequestWithItsKeyGetsTheSameToken() {
    var keyed = api.withKey(UUID.randomUUID().toString());
    var replies = RegistrationTest.atOnce(8, () -> keyed.refresh(first));
    assertThat(replies).extracting(Reply::status).containsOnly(200);
    var second = replies.getFirst().text("refreshToken");
    assertThat(replies).extracting(it -> it.text("refreshToken")).containsOnly(second);
    var third = keyed.refresh(second).text("refreshToken");
    assertThat(third).isNotEqualTo(second);
    clock.travel(TIME_TO_REPEAT);
    assertThat(keyed.refresh(first).refused()).isEqualTo(REFUSED);
    assertThat(api.refresh(third).refused()).isEqualTo(REFUSED);
  }

  @Test
  void anotherKeyIsAnotherRequest() {
    assertThat(api.withKey("one").refresh(first).status()).isEqualTo(200);
    clock.travel(TIME_TO_REPEAT);
    assertThat(api.withKey("two").refresh(first).refused()).isEqualTo(REFUSED);
  }

  @Test
  void signingOutEndsTheFamily() {
    var second = api.refresh(first).text("refreshToken");
    assertThat(api.logout(second).status()).isEqualTo(204);
    assertThat(api.logout(second).status()).isEqualTo(204);
    assertThat(api.refresh(second).refused()).isEqualTo(REFUSED);
    assertThat(api.logout("unknown").status()).isEqualTo(204);
  }

  @Test
  void anUnusedTokenExpires() {
    clock.travel(Duration.ofDays(14));
    assertThat(api.refresh(first).refused()).isEqualTo(REFUSED);
  }

  @Test
  void theStrangeIsRefused() {
    var forged = first.substring(0, first.length() - 5) + "AAAAA";
    assertThat(api.refresh("x".repeat(22) + "." + "y".repeat(43)).refused()).isEqualTo(REFUSED);
    assertThat(api.refresh("").refused()).isEqualTo("400 invalid-request");
    assertThat(api.postJson("/api/v1/auth/refresh", "{\"refreshToken\": {\"$ne\": 1}}").refused())
        .isEqualTo("400 invalid-request");
    assertThat(api.post("/api/v1/auth/refresh", Map.of()).refused())
        .isEqualTo("400 invalid-request");
    assertThat(api.refresh(forged).refused()).isEqualTo(REFUSED);
  }

  @Test
  void anExpiredAccessTokenDoesNotGetInTheWay() {
    assertThat(api.as(TestTokens.expired("someone")).refresh(first).status()).isEqualTo(200);
  }

  @Test
  void tokensAreNotInTheDatabase() {
    var secret = first.substring(first.indexOf('.') + 1);
    assertThat(mongo.getCollection("token_families").find())
        .isNotEmpty()
        .noneMatch(family -> family.toJson().contains(secret));
  }
}
