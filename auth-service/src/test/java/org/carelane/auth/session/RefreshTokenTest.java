package org.carelane.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {

  @Test
  void has256RandomBits() {
    var token = RefreshToken.ofNewFamily();
    assertThat(Base64.getUrlDecoder().decode(token.secret())).hasSize(32);
    assertThat(RefreshToken.ofNewFamily()).isNotEqualTo(token);
    assertThat(token.successor(RefreshToken.nonce(), null).secret()).hasSize(43);
  }

  @Test
  void isReadAsItWasWritten() {
    var token = RefreshToken.ofNewFamily();
    assertThat(RefreshToken.parse(token.value())).contains(token);
  }

  @Test
  void isNotPrinted() {
    var token = RefreshToken.ofNewFamily();
    assertThat(token.toString()).doesNotContain(token.secret()).doesNotContain(token.family());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "abc", "a.b", "{$ne: 1}"})
  void otherTextIsNoToken(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }
}
