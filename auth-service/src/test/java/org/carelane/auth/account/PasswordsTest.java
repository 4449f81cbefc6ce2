package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords(new PasswordProperties(5));

  @AfterEach
  void stop() {
    passwords.destroy();
  }

  @Test
  void onlyThePasswordMatches() {
    var hash = passwords.hash("correct horse");
    assertThat(hash).startsWith("{bcrypt}$2a$05$");
    assertThat(passwords.match("correct horse", hash)).isTrue();
    assertThat(passwords.match("Correct horse", hash)).isFalse();
    assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
  }

  @Test
  void composedLettersAreEqualToSingleOnes() {
    assertThat(passwords.match("cafe\u0301 noir", passwords.hash("caf\u00e9 noir"))).isTrue();
  }

  @Test
  void aLongerPasswordIsAnother() {
    var hash = passwords.hash("x".repeat(72));
    assertThat(passwords.match("x".repeat(72), hash)).isTrue();
    assertThat(passwords.match("x".repeat(73), hash)).isFalse();
  }

  @Test
  void lessEffortThanAskedIsOutdated() {
    var hash = passwords.hash("correct horse");
    var stronger = new Passwords(new PasswordProperties(6));
    assertThat(passwords.isOutdated(hash)).isFalse();
    assertThat(stronger.isOutdated(hash)).isTrue();
    assertThat(stronger.match("correct horse", hash)).isTrue();
    stronger.destroy();
  }
}
