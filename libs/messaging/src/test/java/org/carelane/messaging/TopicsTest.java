package org.carelane.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;

@WorkshopIsOpen
class TopicsTest {

  @Autowired private KafkaAdmin kafka;

  @Test
  void areMadeAsConfigured() throws Exception {
    assertThat(settingOf(Workshop.TOPIC, "min.insync.replicas")).isEqualTo("1");
    assertThat(settingOf(Workshop.TOPIC, "cleanup.policy")).isEqualTo("delete");
    assertThat(settingOf(Workshop.COMPACTED, "cleanup.policy")).isEqualTo("compact");
  }

  /** It was made by a release that did not compact it. */
  @Test
  void oneThatIsThereIsAltered() throws Exception {
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      admin.createTopics(List.of(new NewTopic("workshop.old", 1, (short) 1))).all().get();
    }
    var now = new NewTopic("workshop.old", 1, (short) 1);
    kafka.createOrModifyTopics(now.configs(Map.of("cleanup.policy", "compact")));
    assertThat(settingOf("workshop.old", "cleanup.policy")).isEqualTo("compact");
  }

  private String settingOf(String topic, String name) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(kafka.getConfigurationProperties())) {
      return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
    }
  }
}
