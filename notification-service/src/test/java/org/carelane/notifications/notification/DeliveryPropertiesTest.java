package org.carelane.notifications.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {

  @Test
  void fiveAttemptsWithinTwoMinutesUnlessTold() {
    var defaults =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("carelane.notifications.delivery", DeliveryProperties.class);
    List<Long> seconds =
        IntStream.range(1, defaults.attempts())
            .mapToObj(defaults::backoffAfter)
            .map(Duration::toSeconds)
            .toList();
    assertThat(seconds).containsExactly(4L, 12L, 36L, 60L);
    assertThat(defaults.backoffAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
  }
}
