package org.carelane.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class MessageTest {

  record Thing(String name) {}

  @Test
  void aContractIsTypeAndVersion() {
    assertThat(Message.of(record("ThingBroke", "1")).contract()).isEqualTo("ThingBroke.v1");
    assertThat(Message.of(record("ThingBroke", "2")).contract()).isEqualTo("ThingBroke.v2");
  }

  @Test
  void fieldsTheReaderDoesNotNameAreIgnored() {
    assertThat(Message.of(record("ThingBroke", "1")).as(Thing.class)).isEqualTo(new Thing("a"));
  }

  @Test
  void aVersionThatIsNoNumberIsUnreadable() {
    assertThatThrownBy(() -> Message.of(record("ThingBroke", "new")))
        .isInstanceOf(UnreadableMessage.class);
  }

  private static ConsumerRecord<String, String> record(String type, String version) {
    var record = new ConsumerRecord<>("things", 0, 0, "key", "{\"name\":\"a\",\"more\":1}");
    record
        .headers()
        .add("type", type.getBytes(UTF_8))
        .add("version", version.getBytes(UTF_8))
        .add("messageId", "m1".getBytes(UTF_8));
    return record;
  }
}
