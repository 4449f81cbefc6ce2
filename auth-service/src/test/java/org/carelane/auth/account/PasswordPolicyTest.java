package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final EmailAddress EMAIL = new EmailAddress("Amina.Yusuf@example.com");

  private static final String NAME = "Dr. Amina Yusuf-Brandt";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grün tischbein",
        "correct horse battery staple",
        "молоко-и-хлеб-пятница",
        "🐎🔋📎✅🐙🌵🥁🧲",
        "carelane-demo-patient",
        "kT7#vq2Lx"
      })
  void theUncommonIsEnough(String password) {
    assertThat(complaint(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "        ", "", "🐎🔋📎✅"})
  void theShortIsRefused(String password) {
    assertThat(complaint(password)).hasValue("must have 8 characters or more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345678",
        "password",
        "Password1",
        "P@ssw0rd1",
        "qwertyuiop",
        "iloveyou",
        "1q2w3e4r5t",
        "football1",
        "sunshine!",
        "abcabcabcabc",
        "abababababababab"
      })
  void theCommonIsRefused(String password) {
    assertThat(complaint(password))
        .hasValue("must not be one of the passwords that are tried first");
  }

  @Test
  void oneCharacterRepeatedIsRefused() {
    assertThat(complaint("aaaaaaaaaaaa")).hasValue("must not be one character repeated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AMINA.yusuf@example.com", "amina.yusuf", " amina yusuf ", "Ａｍｉｎａ.Yusuf"})
  void ownAddressIsRefused(String password) {
    assertThat(complaint(password)).hasValue("must not be the e-mail address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr amina yusuf brandt", "tdnarbfusuyanimard"})
  void ownNameIsRefused(String password) {
    assertThat(complaint(password)).hasValue("must not be the name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amina.Yusuf1", "Amina1990", "brandt2024"})
  void whatIsMadeOfOnesOwnNameIsRefused(String password) {
    assertThat(complaint(password)).hasValueSatisfying(it -> assertThat(it).startsWith("must not"));
  }

  @Test
  void whatIsNoTextIsRefused() {
    var complaint = "must be text, without NUL and without halves of characters";
    assertThat(complaint("grün\0tischbein")).hasValue(complaint);
    assertThat(complaint("grün\ud83dtischbein")).hasValue(complaint);
    assertThat(complaint("grün\udc0etischbein")).hasValue(complaint);
  }

  @Test
  void whatTheHashWouldIgnoreIsRefused() {
    var long72 = "Zk3sVn0qYt7mWb1xQe9rLc5aHd2uJf8gPo4iTy6wRzEmXp0vNc3bKd7sGh1jFq5tUy8o";
    var limit = long72 + "x".repeat(72 - long72.length());
    assertThat(complaint(limit)).isEmpty();
    assertThat(complaint(limit + "c")).hasValue("must not be longer than 72 bytes in UTF-8");
    assertThat(complaint("é" + limit.substring(2))).isEmpty();
    assertThat(complaint("é" + limit.substring(1)))
        .hasValue("must not be longer than 72 bytes in UTF-8");
  }

  private static Optional<String> complaint(String password) {
    return PasswordPolicy.complaint(password, EMAIL, NAME);
  }
}
