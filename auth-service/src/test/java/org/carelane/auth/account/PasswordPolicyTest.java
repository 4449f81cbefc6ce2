package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final EmailAddress EMAIL = new EmailAddress("Amina.Yusuf@example.com");

  @ParameterizedTest
  @ValueSource(
      strings = {"12345678", "correct horse battery staple", "пароль-пароль", "🐎🔋📎✅🐎🔋📎✅"})
  void lengthIsEnough(String password) {
    assertThat(PasswordPolicy.complaint(password, EMAIL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567",
        "        ",
        "aaaaaaaaaaaa",
        "AMINA.yusuf@example.com",
        "amina.yusuf",
        "",
        "🐎🔋📎✅"
      })
  void theObviousIsRefused(String password) {
    assertThat(PasswordPolicy.complaint(password, EMAIL)).isPresent();
  }

  @Test
  void whatTheHashWouldIgnoreIsRefused() {
    assertThat(PasswordPolicy.complaint("ab".repeat(36), EMAIL)).isEmpty();
    assertThat(PasswordPolicy.complaint("ab".repeat(36) + "c", EMAIL)).isPresent();
    assertThat(PasswordPolicy.complaint("éa".repeat(24), EMAIL)).isEmpty();
    assertThat(PasswordPolicy.complaint("éa".repeat(24) + "c", EMAIL)).isPresent();
  }
}
