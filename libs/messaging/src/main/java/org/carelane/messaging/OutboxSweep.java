package org.carelane.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.carelane.documents.UnreadableDocuments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Passes messages to the relay that a process saved and did not publish before it died. */
class OutboxSweep implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(OutboxSweep.class);
  private static final int BATCH = 500;

  private final OutboxCollections collections;
  private final OutboxRelay relay;
  private final MongoOperations mongo;
  private final UnreadableDocuments unreadable;
  private final MessagingProperties properties;
  private final Clock clock;

  OutboxSweep(
      OutboxCollections collections,
      OutboxRelay relay,
      MongoOperations mongo,
      UnreadableDocuments unreadable,
      MessagingProperties properties,
      Clock clock) {
    this.collections = collections;
    this.relay = relay;
    this.mongo = mongo;
    this.unreadable = unreadable;
    this.properties = properties;
    this.clock = clock;
    collections
        .names()
        .forEach(
            name ->
                mongo
                    .indexOps(name)
                    .createIndex(new Index(OutboxRemoval.UNSENT, Sort.Direction.ASC).sparse()));
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::sweep, properties.sweepEvery());
  }

  private void sweep() {
    try {
      collections.names().forEach(this::sweep);
    } catch (DataAccessException e) {
      log.warn("Outbox sweep put off: {}", e.toString());
    }
  }

  private void sweep(String collection) {
    var before = Date.from(clock.instant().minus(properties.sweepAfter()));
    mongo
        .getCollection(collection)
        .find(Filters.lt(OutboxRemoval.UNSENT, before))
        .projection(Projections.include(OutboxRemoval.OUTBOX))
        .limit(BATCH)
        .forEach(document -> relay(collection, document));
  }

  /** An outbox that cannot be read does not hold up the others. */
  private void relay(String collection, Document document) {
    try {
      var messages = OutboxEvents.read(mongo.getConverter(), document);
      relay.relay(collection, OutboxEvents.idOf(document), messages);
    } catch (RuntimeException e) {
      unreadable.note(collection, document.get("_id"), e);
    }
  }
}
