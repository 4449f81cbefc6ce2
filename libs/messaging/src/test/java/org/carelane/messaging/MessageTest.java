package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message says of itself; what cannot be read is not quoted. */
class MessageTest {

  record Payload(String name, Inner inner) {}

  record Inner(long amount) {}

  @Test
  void aContractIsTypeAndVersion() {
    assertThat(Message.of(record("Paid", "1", "{}")).contract()).isEqualTo("Paid.v1");
    assertThat(Message.of(record("Paid", "2", "{}")).contract()).isEqualTo("Paid.v2");
  }

  @Test
  void fieldsTheReaderDoesNotNameAreIgnored() {
    var message = Message.of(record("Paid", "1", "{\"amount\":1,\"more\":2}"));
    assertThat(message.as(Inner.class)).isEqualTo(new Inner(1));
  }

  @Test
  void namesTheFieldThatDoesNotFitAndNotItsValue() {
    var message = Message.of(record("Paid", "1", "{\"inner\":{\"amount\":\"Grete Minde\"}}"));

    assertThatThrownBy(() -> message.as(Payload.class))
        .isInstanceOf(UnreadableMessage.class)
        .hasMessageContaining("Payload at inner.amount")
        .hasMessageNotContaining("Grete")
        .hasNoCause();
  }

  @Test
  void quotesNothingOfWhatIsNoJson() {
    var message = Message.of(record("Paid", "1", "Grete Minde"));

    assertThatThrownBy(() -> message.as(Payload.class))
        .hasMessageContaining("Payload")
        .hasMessageNotContaining("Grete")
        .hasNoCause();
  }

  @Test
  void quotesNoHeader() {
    assertThatThrownBy(() -> Message.of(record("Paid", "Grete", "{}")))
        .hasMessage("header version is no number")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Grete Minde", "grete@example.com", "paid", "Paid!", "", "P1"})
  void whatDoesNotLookLikeATypeIsNone(String type) {
    assertThat(Message.type(record(type, "1", "{}").headers())).isNull();
    assertThat(Message.type(record("PaymentCaptured", "1", "{}").headers()))
        .isEqualTo("PaymentCaptured");
  }

  private static ConsumerRecord<String, String> record(String type, String version, String body) {
    var record = new ConsumerRecord<>("topic", 0, 0, "key", body);
    record
        .headers()
        .add("type", type.getBytes(UTF_8))
        .add("version", version.getBytes(UTF_8))
        .add("messageId", "1".getBytes(UTF_8));
    return record;
  }
}
