package org.carelane.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant NOW = Instant.parse("2027-02-20T18:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  /** What tells keys apart here is their id, and making one takes a second. */
  private static final RSAKey KEY = generate();

  private final KeyRing ring =
      new KeyRing(
          List.of(
              key("next", NOW.plusSeconds(60), NOW.plus(MONTH)),
              key("current", NOW.minus(MONTH), NOW.plusSeconds(3600)),
              key("former", NOW.minus(MONTH).minus(MONTH), NOW.plusSeconds(10)),
              key("expired", NOW.minus(MONTH).minus(MONTH).minus(MONTH), NOW)),
          NOW);

  @Test
  void theNewestWhoseTimeHasComeSigns() {
    assertThat(ids(ring.signing(NOW))).containsExactly("current");
    assertThat(ids(ring.signing(NOW.plusSeconds(60)))).containsExactly("next");
  }

  @Test
  void tellsForHowLongTheKeyThatSignsHasBeenSigning() {
    assertThat(ring.age(NOW)).isEqualTo(MONTH);
    assertThat(ring.age(NOW.plusSeconds(70))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void allUnexpiredArePublishedAlsoBeforeTheySign() {
    assertThat(ids(ring.published(NOW))).containsExactly("next", "current", "former");
    assertThat(ring.published(NOW).getKeys()).noneMatch(JWK::isPrivate);
  }

  @Test
  void isStaleAfterAMinute() {
    assertThat(ring.isStale(NOW.plusSeconds(60))).isFalse();
    assertThat(ring.isStale(NOW.plusSeconds(61))).isTrue();
  }

  @Test
  void periodsFollowEachOtherWithoutAGap() {
    var period = KeyPeriod.at(NOW, MONTH);
    assertThat(period.start()).isBeforeOrEqualTo(NOW);
    assertThat(period.end()).isAfter(NOW);
    assertThat(KeyPeriod.at(period.start(), MONTH)).isEqualTo(period);
    assertThat(KeyPeriod.at(period.end(), MONTH).start()).isEqualTo(period.end());
  }

  @Test
  void aSealedKeyOpensWithItsSecretOnly() {
    var seal = new KeySeal("a secret of thirty-two characters", "");
    var sealed = SigningKey.generate(KeyPeriod.at(NOW, MONTH), NOW.plus(MONTH), seal);
    assertThat(sealed.sealed()).matches("[0-9a-f]+");
    assertThat(sealed.open(seal).jwk().isPrivate()).isTrue();
    assertThat(sealed.open(seal).jwk().size()).isEqualTo(2048);
    assertThatThrownBy(() -> sealed.open(new KeySeal("another secret of thirty-two chars", "")))
        .hasMessageContaining("another key-encryption-secret");
  }

  private static List<String> ids(JWKSet keys) {
    return keys.getKeys().stream().map(JWK::getKeyID).toList();
  }

  private static OpenKey key(String id, Instant activeFrom, Instant expiresAt) {
    return new OpenKey(new RSAKey.Builder(KEY).keyID(id).build(), activeFrom, expiresAt);
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
