package org.carelane.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.carelane.notifications.inbox.InboxItem;
import org.junit.jupiter.api.Test;

class StreamPositionTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:15:52.311Z");

  @Test
  void isReadAsItIsPrinted() {
    var position = StreamPosition.having(List.of(added(0), added(-5)), NOW);
    var half = position.with(added(1), false);
    for (var it : List.of(position, half)) {
      assertThat(StreamPosition.parse(it.toString())).hasToString("Optional[" + it + "]");
    }
  }

  @Test
  void hasWhatItNamesAndWhatIsLongAgo() {
    var named = added(0);
    var position = read(StreamPosition.having(List.of(named), NOW));
    assertThat(position.has(named)).isTrue();
    assertThat(position.has(added(-31))).isTrue();
    assertThat(position.has(added(-29))).as("added late by a clock that is slow").isFalse();
    assertThat(position.has(added(1))).isFalse();
  }

  @Test
  void halfIsNotWhole() {
    var item = added(1);
    var half = read(StreamPosition.having(List.of(), NOW).with(item, false));
    assertThat(half.has(item)).isFalse();
    assertThat(half.hasHalf(item)).isTrue();
    var whole = read(half.with(item, true));
    assertThat(whole.has(item)).isTrue();
    assertThat(whole.toString()).doesNotContain("-");
  }

  @Test
  void forgetsNamesThatAreLongAgoAndStaysShort() {
    var position = StreamPosition.having(List.of(added(0)), NOW).with(added(31), true);
    assertThat(position.named()).hasSize(1);
    for (int i = 0; i < 200; i++) {
      position = position.with(added(31), true);
    }
    assertThat(position.named()).hasSize(60);
    assertThat(StreamPosition.parse(position.toString())).isPresent();
  }

  @Test
  void othersTextIsNoPosition() {
    for (var text : List.of("", "x", "-1", "1.", "1.zz", "1.0123456789ab--", "1".repeat(16))) {
      assertThat(StreamPosition.parse(text)).as(text).isEmpty();
    }
  }

  private static StreamPosition read(StreamPosition position) {
    return StreamPosition.parse(position.toString()).orElseThrow();
  }

  private static InboxItem added(long seconds) {
    var at = NOW.plusSeconds(seconds);
    var id = UUID.randomUUID().toString();
    return new InboxItem(
        id, "a", InboxItem.Kind.APPOINTMENT_CONFIRMED, "", "", "appointment", at, at, null, at);
  }
}
