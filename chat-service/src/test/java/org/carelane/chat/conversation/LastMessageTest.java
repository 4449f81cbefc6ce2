package org.carelane.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastMessageTest {

  @Test
  void showsTheBeginning() {
    assertThat(preview("x".repeat(500))).hasSize(120);
    assertThat(preview("short")).isEqualTo("short");
  }

  @Test
  void doesNotCutACharacterInTwo() {
    assertThat(preview("x".repeat(119) + "😀")).isEqualTo("x".repeat(119));
  }

  @Test
  void keepsTheTextOutOfLogs() {
    assertThat(LastMessage.of("m1", "a", "secret", Instant.EPOCH).toString())
        .doesNotContain("secret");
  }

  private static String preview(String text) {
    return LastMessage.of("m1", "a", text, Instant.EPOCH).preview();
  }
}
