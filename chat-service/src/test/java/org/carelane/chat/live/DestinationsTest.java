package org.carelane.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.carelane.chat.conversation.ConversationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

  private static final ConversationId PAIR = ConversationId.between("amina", "bob");

  @Test
  void nameOneConversation() {
    assertThat(Destinations.listenedTo("/topic/conversations/amina~bob")).contains(PAIR);
    assertThat(Destinations.sentTo("/app/conversations/amina~bob/messages")).contains(PAIR);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "/topic/conversations/",
        "/topic/conversations/*",
        "/topic/conversations/**",
        "/topic/**",
        "/topic/conversations/amina~*",
        "/topic/conversations/{id}",
        "/topic/conversations/amina~bob/",
        "/app/conversations/amina~bob/messages",
        "/user/queue/x"
      })
  void areNotListenedToOtherwise(String destination) {
    assertThat(Destinations.listenedTo(destination)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "/app/conversations/messages",
        "/app/conversations//messages",
        "/topic/conversations/amina~bob",
        "/app/conversations/amina~bob",
        "/app/conversations/amina~bob/other"
      })
  void areNotSentToOtherwise(String destination) {
    assertThat(Destinations.sentTo(destination)).isEmpty();
  }
}
