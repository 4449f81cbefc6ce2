package org.carelane.deadletters;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * The topics this service listens on. It shows and sends again what its own consumer groups could
 * not handle; another reader of the same topic has its own dead letters on the same {@code .dlt}.
 */
final class ConsumedTopics {

  private final String service;
  private final KafkaListenerEndpointRegistry listeners;

  ConsumedTopics(String service, KafkaListenerEndpointRegistry listeners) {
    this.service = service;
    this.listeners = listeners;
  }

  List<String> names() {
    return listeners.getListenerContainers().stream()
        .flatMap(it -> topics(it.getContainerProperties().getTopics()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> topics(String @Nullable [] topics) {
    return topics == null ? Stream.empty() : Arrays.stream(topics);
  }

  /** Consumer groups begin with the service's name. One whose group is not known is everybody's. */
  boolean isOwn(DeadLetter letter) {
    var group = letter.group();
    return group == null
        || group.equals(service)
        || group.startsWith(service + "-")
        || group.startsWith(service + ".");
  }
}
