package org.carelane.apidescription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource({
    "'[A-Z]{3}', '^(?:[A-Z]{3})$'",
    "'\\P{Cc}*', '^(?:[^\\u0000-\\u001f\\u007f-\\u009f]*)$'",
    "'(?Us).*\\S.*', '^(?:[\\s\\S]*\\S[\\s\\S]*)$'",
    "'^[a-z]+$', '^[a-z]+$'",
    "'^a|b$', '^(?:^a|b$)$'",
    "'(\\.[a-z*+/]+)*', '^(?:(\\.[a-z*+/]+)*)$'",
  })
  void isAnchoredAndHasNothingThatOnlyJavaKnows(String java, String ecma) {
    assertThat(EcmaPattern.of(java)).isEqualTo(ecma);
    assertThat(Pattern.compile(ecma).pattern()).doesNotContain("\\p{", "\\P{", "(?U");
  }
}
