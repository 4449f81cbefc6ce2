package org.carelane.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carelane.contracttesting.Contract;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.RecordedMessages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuthServiceIsRunning
class ProfileTest {

  private static final String ME = "/api/v1/auth/me";

  @LocalServerPort int port;
  Client api;
  People person;
  Client me;

  @BeforeEach
  void signIn() {
    api = Client.at(port);
    person = People.registered(api);
    me = api.as(person.signIn(api).text("accessToken"));
  }

  @Test
  void isChangedAndAnnounced() {
    var changed = me.patch(ME, Map.of("name", "  Amina Yusuf ", "language", "de-at"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.text("name")).isEqualTo("Amina Yusuf");
    assertThat(changed.text("language")).isEqualTo("de-AT");
    assertThat(me.patch(ME, Map.of("zone", "Europe/Vienna")).text("name")).isEqualTo("Amina Yusuf");
    assertThat(me.me().text("zone")).isEqualTo("Europe/Vienna");
    try (var events = RecordedMessages.of("account.events")) {
      var updated = events.await(2, it -> it.is("AccountUpdated", person.id()));
      updated.forEach(it -> Contract.of("account.events", "AccountUpdated").assertValid(it.body()));
      assertThat(updated.getLast().body())
          .contains("\"Amina Yusuf\"", "\"de-AT\"", "\"Europe/Vienna\"");
    }
  }

  @Test
  void newTokensHaveTheNewName() {
    me.patch(ME, Map.of("name", "Amina Yusuf"));
    assertThat(api.as(person.signIn(api).text("accessToken")).me().text("name"))
        .isEqualTo("Amina Yusuf");
  }

  @Test
  void secondClickChangesNothing() {
    var first = me.patch(ME, Map.of("name", "Amina Yusuf"));
    var second = me.patch(ME, Map.of("name", "Amina Yusuf"));
    var nothing = me.patch(ME, Map.of());
    assertThat(List.of(second, nothing)).extracting(Reply::raw).containsOnly(first.raw());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    try (var events = RecordedMessages.of("account.events")) {
      events.await("AccountUpdated", person.id());
      assertThat(events.soFar(it -> it.is("AccountUpdated", person.id()))).hasSize(1);
    }
  }

  @Test
  void aVersionThatWasReadIsDemandedByIfMatch() {
    var read = me.me().header("ETag");
    assertThat(read).startsWith("\"");
    var changed = me.with("If-Match", read).patch(ME, Map.of("name", "First"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(read).isEqualTo(me.me().header("ETag"));
    for (var other : List.of(read, "W/" + changed.header("ETag"), "nonsense")) {
      assertThat(me.with("If-Match", other).patch(ME, Map.of("name", "Second")).refused())
          .isEqualTo("412 precondition-failed");
    }
    assertThat(me.me().text("name")).isEqualTo("First");
    var any = read + ", " + changed.header("ETag");
    assertThat(me.with("If-Match", any).patch(ME, Map.of("name", "Third")).status()).isEqualTo(200);
    assertThat(me.with("If-Match", "*").patch(ME, Map.of("name", "Last")).status()).isEqualTo(200);
  }

  @Test
  void ofManyWithTheSameVersionOneWins() {
    var tag = me.me().header("ETag");
    var statuses =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(i -> me.with("If-Match", tag).patch(ME, Map.of("name", "N" + i)).status())
            .toList();
    assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
    assertThat(statuses).filteredOn(it -> it == 412).hasSize(5);
  }

  @Test
  void whatWasReadNeedNotBeSentAgain() {
    var tag = me.me().header("ETag");
    assertThat(me.with("If-None-Match", tag).me().status()).isEqualTo(304);
  }

  @Test
  void valuesAreChecked() {
    for (var wrong :
        List.of(
            Map.of("name", " "),
            Map.of("name", "two\nlines"),
            Map.of("name", "nul\0"),
            Map.of("name", "x".repeat(201)),
            Map.of("language", "not a language"),
            Map.of("language", "x-private"),
            Map.of("language", "en-" + "abcdefgh-".repeat(9) + "a"),
            Map.of("zone", "GMT+25"),
            Map.of("zone", "+01:00"))) {
      var reply = me.patch(ME, wrong);
      assertThat(reply.refused()).as(wrong.toString()).isEqualTo("400 invalid-request");
      assertThat(reply.body().at("/errors/0/field").asString())
          .isEqualTo(wrong.keySet().iterator().next());
    }
    assertThat(me.me().text("name")).isEqualTo("Pat Example");
    assertThat(api.patch(ME, Map.of("name", "Nobody")).refused()).isEqualTo("401 unauthenticated");
  }
}
