package org.carelane.messaging;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.carelane.documents.Claims;
import org.carelane.documents.DueWork;
import org.carelane.documents.UnreadableDocuments;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;

/** Passes messages to the relay that a process saved and did not publish before it died. */
class OutboxSweep implements SmartLifecycle {

  private final Claims claims;
  private final OutboxRelay relay;
  private final MongoOperations mongo;
  private final UnreadableDocuments unreadable;
  private final MessagingProperties properties;
  private final Clock clock;
  private final List<DueWork<Document>> work;

  OutboxSweep(
      OutboxCollections collections,
      Claims claims,
      OutboxRelay relay,
      MongoOperations mongo,
      UnreadableDocuments unreadable,
      MessagingProperties properties,
      Clock clock) {
    this.claims = claims;
    this.relay = relay;
    this.mongo = mongo;
    this.unreadable = unreadable;
    this.properties = properties;
    this.clock = clock;
    this.work = collections.names().stream().map(this::sweep).toList();
  }

  private DueWork<Document> sweep(String collection) {
    mongo
        .indexOps(collection)
        .createIndex(new Index(OutboxRemoval.UNSENT, Sort.Direction.ASC).sparse());
    return new DueWork<>(
        "Outbox of " + collection,
        properties.sweepEvery(),
        room -> take(collection, room),
        document -> relay(collection, document));
  }

  private void relay(String collection, Document document) {
    try {
      var messages = OutboxEvents.read(mongo.getConverter(), document);
      relay.relay(collection, OutboxEvents.idOf(document), messages);
    } catch (RuntimeException e) {
      unreadable.note(collection, document.get("_id"), e);
    }
  }

  private List<Document> take(String collection, int atMost) {
    var leftOver =
        Criteria.where(OutboxRemoval.UNSENT).lt(clock.instant().minus(properties.sweepAfter()));
    var ids = claims.claim(collection, leftOver, OutboxRemoval.UNSENT, atMost);
    return mongo
        .getCollection(collection)
        .find(Filters.in("_id", ids))
        .projection(Projections.include(OutboxRemoval.OUTBOX))
        .into(new ArrayList<>());
  }

  @Override
  public void start() {
    work.forEach(DueWork::start);
  }

  @Override
  public void stop() {
    work.forEach(DueWork::stop);
  }

  @Override
  public boolean isRunning() {
    return work.stream().anyMatch(DueWork::isRunning);
  }

  @Override
  public int getPhase() {
    return OutboxRelay.PHASE + 1;
  }
}
