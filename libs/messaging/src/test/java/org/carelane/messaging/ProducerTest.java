package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaTemplate;

@WorkshopIsOpen
@ExtendWith(OutputCaptureExtension.class)
class ProducerTest {

  @Autowired private KafkaTemplate<String, String> kafka;

  @Test
  void whatCannotBeSentIsLoggedWithoutItsContent(CapturedOutput output) {
    var tooLarge =
        "{\"email\":\"anna@example.org\",\"text\":\"%s\"}".formatted("x".repeat(2 << 20));
    assertThatThrownBy(() -> kafka.send(Workshop.TOPIC, "anna", tooLarge))
        .hasRootCauseInstanceOf(RecordTooLargeException.class);
    assertThat(output).contains(Workshop.TOPIC).doesNotContain("anna");
  }

  @Test
  void aStoppingServiceDoesNotWaitLongForABrokerThatIsAway() {
    assertThat(kafka.getProducerFactory().getPhysicalCloseTimeout())
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
  }
}
