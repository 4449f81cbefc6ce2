package org.carelane.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.carelane.contracttesting.Contract;
import org.carelane.messaging.Message;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessageSentContractTest {

  private static final Contract CONTRACT = Contract.of("chat.events", "MessageSent");
  private static final MessageSent EXAMPLE =
      new MessageSent(
          "01a4017c-3c1e-7b52-9f0a-6c1d2f7e8a90",
          "01a303a7-7106-72f4-be89-d6ebab1496e2~01a3d3ea-6672-7295-bf7a-8bd8b3f2884c",
          "01a3d3ea-6672-7295-bf7a-8bd8b3f2884c",
          List.of("01a303a7-7106-72f4-be89-d6ebab1496e2"),
          Instant.parse("2027-03-01T14:26:43.614Z"));

  @Test
  void isWhatWasPromised() {
    CONTRACT.assertValid(JsonMapper.shared().writeValueAsString(EXAMPLE));
  }

  @Test
  void isUnderstoodByTheReplicas() {
    CONTRACT.assertValid(CONTRACT.example());
    var read = new Message("m1", "MessageSent.v1", "key", CONTRACT.example(), null);
    assertThat(read.as(MessageSent.class)).isEqualTo(EXAMPLE);
  }

  @Test
  void neverCarriesTheText() {
    var leaking = CONTRACT.example().replaceFirst("\\{", "{\"text\": \"it hurts here\",");
    assertThatThrownBy(() -> CONTRACT.assertValid(leaking)).isInstanceOf(AssertionError.class);
  }
}
