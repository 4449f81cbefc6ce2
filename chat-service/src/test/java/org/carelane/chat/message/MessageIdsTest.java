package org.carelane.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

  private static final String EARLY = "01a4017c-3c1e-7b52-9f0a-6c1d2f7e8a90";
  private static final String LATE = "01a4017c-3c1f-7000-8000-000000000000";

  @Test
  void followTheClock() {
    assertThat(MessageIds.following(null, EARLY)).isEqualTo(EARLY);
    assertThat(MessageIds.following(EARLY, LATE)).isEqualTo(LATE);
  }

  @Test
  void ascendWhenTheClockIsBehind() {
    assertThat(MessageIds.following(LATE, EARLY))
        .isEqualTo("01a4017c-3c1f-7000-8000-000000000001")
        .isGreaterThan(LATE);
    assertThat(MessageIds.following(EARLY, EARLY)).isGreaterThan(EARLY);
  }
}
