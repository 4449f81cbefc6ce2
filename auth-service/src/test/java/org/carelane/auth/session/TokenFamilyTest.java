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
      new TokenProperties(
          Duration.ofMinutes(15), Duration.ofDays(14), Duration.ofDays(90), Duration.ofSeconds(10));
  private static final Instant LATER = NOW.plusSeconds(10);
  private static final ClientFingerprint BROWSER = new ClientFingerprint("browser");
  private static final ClientFingerprint ELSEWHERE = new ClientFingerprint("elsewhere");

  private final RefreshToken first = RefreshToken.ofNewFamily();
  private final TokenFamily begun = TokenFamily.begin(first, "account", null, NOW, LIFETIMES);

  @Test
  void theCurrentTokenIsExchangedOnce() {
    var rotated = rotated(begun, first);
    assertThat(rotated.family().current()).isEqualTo(rotated.successor().hash());
    assertThat(rotated.successor().family()).isEqualTo(first.family());
    assertThat(later(rotated.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void everySuccessorIsExchangedOnce() {
    var second = rotated(begun, first);
    var third = rotated(second.family(), second.successor());
    assertThat(third.successor()).isNotEqualTo(second.successor());
    assertThat(later(third.family(), second.successor(), null)).isInstanceOf(Reused.class);
    assertThat(later(third.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void reuseEndsTheFamilyForAll() {
    var second = rotated(begun, first);
    var reused = (Reused) later(second.family(), first, null);
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
    assertThat(later(rotated.family(), first, "key")).isEqualTo(again);
    assertThat(later(rotated.family(), first, "key")).isEqualTo(again);
    assertThat(refresh(rotated.family(), first, "key", ELSEWHERE, LATER)).isEqualTo(again);
  }

  @Test
  void aRepetitionWithoutTheKeyIsReuse() {
    var keyed = (Rotated) refresh(begun, first, "key");
    assertThat(later(keyed.family(), first, "other")).isInstanceOf(Reused.class);
    assertThat(later(keyed.family(), first, null)).isInstanceOf(Reused.class);
    var unkeyed = rotated(begun, first);
    assertThat(later(unkeyed.family(), first, "key")).isInstanceOf(Reused.class);
    assertThat(later(unkeyed.family(), first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void aRepetitionAfterTheNewTokenWasUsedIsReuse() {
    var second = (Rotated) refresh(begun, first, "key");
    var third = rotated(second.family(), second.successor());
    assertThat(later(third.family(), first, "key")).isInstanceOf(Reused.class);
  }

  @Test
  void aTokenAloneDoesNotForetellItsSuccessor() {
    var one = (Rotated) refresh(begun, first, "key");
    var other = (Rotated) refresh(begun, first, "key");
    assertThat(one.successor()).isNotEqualTo(other.successor());
  }

  @Test
  void soonAfterwardsTheSameClientGetsTheSameToken() {
    var rotated = rotated(begun, first);
    var again = new Repeated(rotated.family(), rotated.successor());
    var lastMoment = LATER.minusMillis(1);
    assertThat(refresh(rotated.family(), first, null)).isEqualTo(again);
    assertThat(refreshAt(rotated.family(), first, lastMoment)).isEqualTo(again);
    assertThat(refreshAt(rotated.family(), first, LATER)).isInstanceOf(Reused.class);
  }

  @Test
  void eachTabMayHaveAKeyOfItsOwn() {
    var keyed = (Rotated) refresh(begun, first, "key");
    var again = new Repeated(keyed.family(), keyed.successor());
    assertThat(refresh(keyed.family(), first, "other")).isEqualTo(again);
    assertThat(refresh(keyed.family(), first, null)).isEqualTo(again);
  }

  @Test
  void soonAfterwardsAnotherClientIsAThief() {
    var rotated = rotated(begun, first);
    assertThat(refresh(rotated.family(), first, null, ELSEWHERE, NOW)).isInstanceOf(Reused.class);
  }

  @Test
  void aTabThatComesLateGetsTheTokenThatIsValidNow() {
    var second = rotated(begun, first);
    var third = rotated(second.family(), second.successor());
    var valid = new Repeated(third.family(), third.successor());
    assertThat(refresh(third.family(), first, null)).isEqualTo(valid);
    assertThat(refresh(third.family(), second.successor(), null)).isEqualTo(valid);
  }

  @Test
  void everyTokenHasATimeOfItsOwn() {
    var second = rotated(begun, first);
    var third = (Rotated) refreshAt(second.family(), second.successor(), LATER.minusMillis(1));
    var valid = new Repeated(third.family(), third.successor());
    assertThat(refreshAt(third.family(), second.successor(), LATER)).isEqualTo(valid);
    assertThat(refreshAt(third.family(), first, LATER)).isInstanceOf(Reused.class);
  }

  @Test
  void whatAnotherClientMadeOfItIsNotTold() {
    var second = rotated(begun, first);
    var stolen = (Rotated) refresh(second.family(), second.successor(), null, ELSEWHERE, NOW);
    assertThat(refresh(stolen.family(), first, null)).isInstanceOf(Reused.class);
    assertThat(refresh(stolen.family(), second.successor(), null)).isInstanceOf(Reused.class);
  }

  @Test
  void onlyTheLatestRefreshesAreKept() {
    var family = begun;
    var token = first;
    for (int i = 0; i < 20; i++) {
      var rotated = rotated(family, token);
      family = rotated.family();
      token = rotated.successor();
    }
    assertThat(family.rotations()).hasSize(8);
    assertThat(refresh(family, first, null)).isInstanceOf(Reused.class);
  }

  @Test
  void aFamilyOfAReleaseBeforeIsUnderstood() {
    var second = rotated(begun, first);
    var it = second.family();
    var old =
        new TokenFamily(
            it.id(),
            it.accountId(),
            NOW,
            it.expiresAt(),
            it.current(),
            it.nonce(),
            null,
            null,
            null,
            null,
            1L);
    assertThat(refresh(old, second.successor(), null)).isInstanceOf(Rotated.class);
    assertThat(refresh(old, first, null)).isInstanceOf(Reused.class);
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
    return refresh(family, token, key, BROWSER, NOW);
  }

  /** When the time to repeat it is over. */
  private static Refreshed later(TokenFamily family, RefreshToken token, @Nullable String key) {
    return refresh(family, token, key, BROWSER, LATER);
  }

  private static Refreshed refreshAt(TokenFamily family, RefreshToken token, Instant now) {
    return refresh(family, token, null, BROWSER, now);
  }

  private static Refreshed refresh(
      TokenFamily family,
      RefreshToken token,
      @Nullable String key,
      ClientFingerprint client,
      Instant now) {
    return family.refresh(token, RefreshToken.nonce(), key, client, now, LIFETIMES);
  }
}
