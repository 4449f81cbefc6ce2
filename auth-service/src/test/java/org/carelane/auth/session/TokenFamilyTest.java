package org.carelane.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.carelane.auth.session.Refreshed.Ended;
import org.carelane.auth.session.Refreshed.Repeated;
import org.carelane.auth.session.Refreshed.Reused;
import org.carelane.auth.session.Refreshed.Rotated;
import org.carelane.auth.session.TokenFamily.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenFamilyTest {

  private static final Instant NOW = Instant.parse("2027-02-20T18:00:00Z");
  private static final TokenProperties LIFETIMES =
      new TokenProperties(Duration.ofMinutes(15), Duration.ofDays(14), Duration.ofDays(90));

  private final RefreshToken first = RefreshToken.ofNewFamily();
  private final TokenFamily begun = TokenFamily.begin(first, "account", NOW, LIFETIMES);

  @Test
  void theCurrentTokenIsExchangedOnce() {
    var rotated = rotated(begun, first);
    assertThat(rotated.family().current()).isEqualTo(rotated.successor().hash());
    assertThat(rotated.successor().family()).isEqualTo(first.family());
    assertThat(refresh(rotated.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void everySuccessorIsExchangedOnce() {
    var second = rotated(begun, first);
    var third = rotated(second.family(), second.successor());
    assertThat(third.successor()).isNotEqualTo(second.successor());
    assertThat(refresh(third.family(), second.successor(), null)).isInstanceOf(Reused.class);
    assertThat(refresh(third.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void reuseEndsTheFamilyForAll() {
    var second = rotated(begun, first);
    var reused = (Reused) refresh(second.family(), first, null);
    assertThat(reused.family().revoked().reason()).isEqualTo(Reason.TOKEN_REUSED);
    assertThat(refresh(reused.family(), second.successor(), null)).isEqualTo(new Ended());
    assertThat(refresh(reused.family(), first, null)).isEqualTo(new Ended());
  }

  @Test
  void whoKnowsOnlyTheFamilyEndsIt() {
    var stranger = new RefreshToken(first.family(), RefreshToken.nonce());
    assertThat(refresh(begun, stranger, null)).isInstanceOf(Reused.class);
    assertThat(refresh(begun, stranger, "key")).isInstanceOf(Reused.class);
  }

  @Test
  void aRepetitionWithTheSameKeyGetsTheSameToken() {
    var rotated = (Rotated) refresh(begun, first, "key");
    var again = new Repeated(rotated.family(), rotated.successor());
    assertThat(refresh(rotated.family(), first, "key")).isEqualTo(again);
    assertThat(refresh(rotated.family(), first, "key")).isEqualTo(again);
  }

  @Test
  void aRepetitionWithoutTheKeyIsReuse() {
    var keyed = (Rotated) refresh(begun, first, "key");
    assertThat(refresh(keyed.family(), first, "other")).isInstanceOf(Reused.class);
    assertThat(refresh(keyed.family(), first, null)).isInstanceOf(Reused.class);
    var unkeyed = rotated(begun, first);
    assertThat(refresh(unkeyed.family(), first, "key")).isInstanceOf(Reused.class);
    assertThat(refresh(unkeyed.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void aRepetitionAfterTheNewTokenWasUsedIsReuse() {
    var second = (Rotated) refresh(begun, first, "key");
    var third = rotated(second.family(), second.successor());
    assertThat(refresh(third.family(), first, "key")).isInstanceOf(Reused.class);
  }

  @Test
  void aTokenAloneDoesNotForetellItsSuccessor() {
    var one = (Rotated) refresh(begun, first, "key");
    var other = (Rotated) refresh(begun, first, "key");
    assertThat(one.successor()).isNotEqualTo(other.successor());
  }

  @Test
  void signingOutTwiceChangesNothing() {
    var once = begun.revoke(Reason.SIGNED_OUT, NOW);
    assertThat(refresh(once, first, null)).isEqualTo(new Ended());
    assertThat(once.revoke(Reason.ACCOUNT_DISABLED, NOW.plusSeconds(1))).isEqualTo(once);
  }

  @Test
  void anUnusedFamilyExpires() {
    var lastMoment = NOW.plus(Duration.ofDays(14)).minusMillis(1);
    assertThat(refreshAt(begun, first, lastMoment)).isInstanceOf(Rotated.class);
    assertThat(refreshAt(begun, first, lastMoment.plusMillis(1))).isEqualTo(new Ended());
    assertThat(refreshAt(begun, first, lastMoment.plusMillis(1))).isEqualTo(new Ended());
  }

  @Test
  void aUsedFamilyExpiresToo() {
    var family = begun;
    var token = first;
    for (int day = 10; day < 90; day += 10) {
      var rotated = (Rotated) refreshAt(family, token, NOW.plus(Duration.ofDays(day)));
      family = rotated.family();
      token = rotated.successor();
    }
    assertThat(refreshAt(family, token, NOW.plus(Duration.ofDays(90)))).isEqualTo(new Ended());
  }

  private static Rotated rotated(TokenFamily family, RefreshToken token) {
    return (Rotated) refresh(family, token, null);
  }

  private static Refreshed refresh(TokenFamily family, RefreshToken token, @Nullable String key) {
    return family.refresh(token, RefreshToken.nonce(), key, NOW, LIFETIMES);
  }

  private static Refreshed refreshAt(TokenFamily family, RefreshToken token, Instant now) {
    return family.refresh(token, RefreshToken.nonce(), null, now, LIFETIMES);
  }
}
