package org.carelane.rest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private static final String STETHOSCOPE = "\uD83E\uDE7A";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zo\u00eb Ng",
        "Zoe\u0308 Ng",
        "  Zo\u00eb Ng ",
        "Zo\u00eb   Ng",
        "Zo\u00eb\u00a0\u2003Ng",
        "\u3000Zo\u00eb Ng\u2028"
      })
  void equalNamesAreEqual(String name) {
    assertThat(Texts.line(name)).isEqualTo("Zo\u00eb Ng");
  }

  @Test
  void aMessageKeepsItsLines() {
    assertThat(Texts.prose("\r\n Take  one\t\r\n\r\n  at night \n"))
        .isEqualTo("Take one\n\n at night");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u200b",
        "\u2800",
        "\u3164",
        "\u115f\u1160\uffa0",
        "\u00ad\u2060\ufeff",
        "\u0301",
        "\ufe0f",
        "\ue000",
        "\ud834\udd59"
      })
  void whatCannotBeSeenIsBlank(String text) {
    assertThat(ofLine(text)).isEqualTo("must not be blank");
    assertThat(TextRules.complaintAboutProse(text, 10, false)).isEqualTo("must not be blank");
  }

  @Test
  void onlyTheEmptyTextMayStandForNone() {
    assertThat(TextRules.complaintAboutLine("", 10, true)).isNull();
    assertThat(TextRules.complaintAboutLine("\u200b", 10, true)).isEqualTo("must not be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u0085b", "a\u001bb", "a\u2028b"})
  void aLineHasNoControlCharacters(String text) {
    assertThat(ofLine(text)).startsWith("must be one line");
  }

  @Test
  void aMessageHasLinesAndTabsOnly() {
    assertThat(TextRules.complaintAboutProse("a\n\tb", 10, false)).isNull();
    assertThat(TextRules.complaintAboutProse("a\u001bb", 10, false))
        .isEqualTo("must have no control characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202eb", "\u2067a\u202eb\u2069\u202d", "a\u2066", "\u202a\u2069a"})
  void aDirectionIsClosed(String text) {
    assertThat(ofLine(text)).isEqualTo("must close each text direction that it opens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202eb\u202cc", "\u2067a\u202eb\u2069", "\u05d0\u200f!", "a\u2069"})
  void aClosedDirectionIsRight(String text) {
    assertThat(ofLine(text)).isNull();
  }

  @Test
  void aDirectionEndsWithItsLine() {
    assertThat(TextRules.complaintAboutProse("\u2067a\nb\u2069", 10, false)).isNotNull();
  }

  @Test
  void lengthIsInCodePoints() {
    assertThat(TextRules.complaintAboutLine(STETHOSCOPE.repeat(10), 10, false)).isNull();
    assertThat(TextRules.complaintAboutLine(STETHOSCOPE.repeat(11), 10, false))
        .isEqualTo("must have at most 10 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83e", "a\ude7a", "\ude7a\ud83e", "a\u0000"})
  void halfACharacterIsNone(String text) {
    assertThat(Texts.isWhole(text)).isFalse();
    assertThat(ofLine(text)).isNotNull();
  }

  private static String ofLine(String text) {
    return TextRules.complaintAboutLine(text, 10, false);
  }
}
