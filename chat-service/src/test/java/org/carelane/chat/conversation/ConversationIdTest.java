package org.carelane.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationIdTest {

  @Test
  void isTheSamePairWhoeverComesFirst() {
    assertThat(ConversationId.between("bob", "amina"))
        .isEqualTo(ConversationId.between("amina", "bob"))
        .hasToString("amina~bob");
  }

  @Test
  void survivesAnUrlUnescaped() {
    var id = ConversationId.between("01a3d3ea-6672", "01a303a7.x_y:z").toString();
    assertThat(URI.create("http://x/conversations/" + id).getPath()).endsWith("/" + id);
    assertThat(ConversationId.parse(id)).hasToString("Optional[" + id + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "~", "a~", "~b", "b~a", "a~a", "a~b~c", "a~*", "a~b/c", "a ~b"})
  void isNotReadFromAnythingElse(String text) {
    assertThat(ConversationId.parse(text)).isEmpty();
  }

  @Test
  void needsTwo() {
    assertThatThrownBy(() -> ConversationId.between("a", "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
