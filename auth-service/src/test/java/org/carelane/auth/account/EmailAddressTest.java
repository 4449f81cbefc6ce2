package org.carelane.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void isStoredInOneForm() {
    assertThat(new EmailAddress(" Amina.Yusuf@Example.COM ").value())
        .isEqualTo("amina.yusuf@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b.example", " o'neil+x@sub.domain-1.example ", "a.b.c@d.ex"})
  void addressesAreKnown(String text) {
    assertThat(text).matches(EmailAddress.SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b.example",
        "a@b",
        "a b@c.example",
        "a@@b.example",
        "a@b..example",
        ".a@b.example",
        "a.@b.example",
        "a..b@c.example",
        "a@-b.example",
        "<a@b.example>",
        "a@b.c\nd"
      })
  void otherTextIsNot(String text) {
    assertThat(text).doesNotMatch(EmailAddress.SYNTAX);
  }
}
