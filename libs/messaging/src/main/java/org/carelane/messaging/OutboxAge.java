package org.carelane.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * {@code carelane.outbox.oldest.age} by {@code collection}: how long the oldest unpublished message
 * has waited; 0 when there is none.
 */
class OutboxAge implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(OutboxAge.class);
  private static final Date EVER = new Date(0);

  private final MongoOperations mongo;
  private final MessagingProperties properties;
  private final Clock clock;
  private final Map<String, Duration> ages = new ConcurrentHashMap<>();

  OutboxAge(
      OutboxCollections collections,
      MongoOperations mongo,
      MeterRegistry meters,
      MessagingProperties properties,
      Clock clock) {
    this.mongo = mongo;
    this.properties = properties;
    this.clock = clock;
    for (var collection : collections.names()) {
      ages.put(collection, Duration.ZERO);
      TimeGauge.builder(
              "carelane.outbox.oldest.age",
              ages,
              TimeUnit.MILLISECONDS,
              it -> it.getOrDefault(collection, Duration.ZERO).toMillis())
          .description("How long the oldest unpublished message waits")
          .tag("collection", collection)
          .register(meters);
    }
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::look, properties.sweepEvery());
  }

  private void look() {
    try {
      ages.replaceAll((collection, _) -> age(collection));
    } catch (DataAccessException | MongoException e) {
      log.warn("The age of outboxes is not looked up now: {}", e.toString());
    }
  }

  /** Uses the sparse index on {@code unsent}. */
  private Duration age(String collection) {
    var oldest =
        mongo
            .getCollection(collection)
            .find(Filters.gt(OutboxRemoval.UNSENT, EVER))
            .projection(Projections.include(OutboxRemoval.UNSENT))
            .sort(Sorts.ascending(OutboxRemoval.UNSENT))
            .first();
    return oldest == null ? Duration.ZERO : since(oldest.getDate(OutboxRemoval.UNSENT));
  }

  private Duration since(@Nullable Date at) {
    return at == null ? Duration.ZERO : Duration.between(at.toInstant(), clock.instant());
  }
}
