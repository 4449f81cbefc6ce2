package org.carelane.messaging;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.validation.annotation.Validated;

/**
 * @param keepFor how long a broker keeps dead letters; its own default of a week is too short for
 *     someone to look, mend and send again. Applies to topics that are made, not to those there are
 */
@Validated
@ConfigurationProperties("carelane.messaging.dead-letters")
public record DeadLetterProperties(@DefaultValue("90d") Duration keepFor) {

  /** One partition, so that an offset names a dead letter. */
  NewTopic topicFor(String topic) {
    return TopicBuilder.name(topic + Topics.DEAD_LETTERS)
        .partitions(1)
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(keepFor.toMillis()))
        .build();
  }
}
