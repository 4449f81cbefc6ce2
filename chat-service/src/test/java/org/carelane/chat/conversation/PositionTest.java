package org.carelane.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carelane.chat.conversation.Side.FIRST;
import static org.carelane.chat.conversation.Side.SECOND;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PositionTest {

  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Test
  void countsEachSide() {
    var position = Position.START.next(FIRST).next(SECOND).next(FIRST);
    assertThat(position.sequence()).isEqualTo(3);
    assertThat(position.sentBy(FIRST)).isEqualTo(2);
    assertThat(position.sentBy(SECOND)).isEqualTo(1);
  }

  @Test
  void tellsWhatIsUnreadWithoutOnesOwn() {
    var firstRead = Position.START.next(SECOND);
    var end = firstRead.next(FIRST).next(SECOND).next(SECOND);
    var conversation =
        new Conversation(
            "amina~bob",
            List.of(new Party("amina", "Amina", firstRead), Party.of("bob", "Bob")),
            NOW,
            NOW,
            NOW,
            end,
            null);
    assertThat(conversation.unreadBy("amina")).isEqualTo(2);
    assertThat(conversation.unreadBy("bob")).isEqualTo(1);
  }

  @Test
  void isNotOvertakenByAReaderAheadOfTheNotedEnd() {
    var ahead = Position.START.next(SECOND).next(SECOND);
    var conversation =
        new Conversation(
            "amina~bob",
            List.of(new Party("amina", "Amina", ahead), Party.of("bob", "Bob")),
            NOW,
            NOW,
            NOW,
            Position.START.next(SECOND),
            null);
    assertThat(conversation.unreadBy("amina")).isZero();
  }
}
