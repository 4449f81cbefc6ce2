package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

@WorkshopIsOpen
class DeadLetterTopicsTest {

  @Autowired private KafkaAdmin kafka;

  @Test
  void deadLettersAreKeptFor90DaysAndOtherRecordsAsTheBrokerSays() throws Exception {
    assertThat(retention(Workshop.TOPIC + Topics.DEAD_LETTERS)).isEqualTo(Duration.ofDays(90));
    assertThat(retention(Workshop.TOPIC)).isEqualTo(Duration.ofDays(7));
  }

  private Duration retention(String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      return Duration.ofMillis(Long.parseLong(config.get(TopicConfig.RETENTION_MS_CONFIG).value()));
    }
  }
}
