package org.carelane.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDraftTest {

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\n\t", "\u2003", "\u00a0"})
  void refusesWhatSaysNothing(String text) {
    assertThat(isValid(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " a\n", "\nfirst\nsecond\n", "😀"})
  void acceptsWhatSaysSomething(String text) {
    assertThat(isValid(text)).isTrue();
  }

  @Test
  void isLimited() {
    assertThat(isValid("x".repeat(4000))).isTrue();
    assertThat(isValid("x".repeat(4001))).isFalse();
  }

  @Test
  @Timeout(5)
  void isCheckedInNoTime() {
    assertThat(isValid(" ".repeat(200_000))).isFalse();
  }

  @Test
  void keepsTheTextOutOfLogs() {
    assertThat(new MessageDraft("secret").toString()).doesNotContain("secret");
  }

  private static boolean isValid(String text) {
    return VALIDATOR.validate(new MessageDraft(text)).isEmpty();
  }
}
