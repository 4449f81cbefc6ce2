package org.carelane.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.carelane.messaging.OutboxRelay.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Removes published messages from documents that were not saved again meanwhile, many documents per
 * command.
 */
class OutboxRemoval implements SchedulingConfigurer {

  static final String OUTBOX = "outbox";

  /**
   * Time of the outbox's first message; absent while it is empty. Sparsely indexed for the sweep.
   */
  static final String UNSENT = "unsent";

  private static final Logger log = LoggerFactory.getLogger(OutboxRemoval.class);
  private static final int AT_ONCE = 1_000;
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoOperations mongo;
  private final MessagingProperties properties;
  private final Map<Place, Pending> published = new ConcurrentHashMap<>();

  private record Place(String collection, String id) {}

  OutboxRemoval(MongoOperations mongo, MessagingProperties properties) {
    this.mongo = mongo;
    this.properties = properties;
  }

  /** All messages of the document are published and can be removed. */
  void add(Pending document) {
    published.put(new Place(document.collection(), document.id()), document);
  }

  /** The document was saved without messages. */
  void isDone(String collection, String id) {
    published.remove(new Place(collection, id));
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::remove, properties.removeEvery());
  }

  void remove() {
    var all = List.copyOf(published.values());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      remove(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
  }

  private void remove(List<Pending> documents) {
    documents.forEach(it -> published.remove(new Place(it.collection(), it.id()), it));
    try {
      documents.stream()
          .collect(Collectors.groupingBy(Pending::collection))
          .forEach((collection, all) -> remove(mongo.getCollection(collection), all));
    } catch (DataAccessException | MongoException e) {
      log.warn("Published messages are left to the sweep: {}", e.toString());
    }
  }

  private static void remove(MongoCollection<Document> collection, List<Pending> documents) {
    var emptied =
        collection.bulkWrite(
            documents.stream().map(OutboxRemoval::emptyUnchanged).toList(), UNORDERED);
    if (emptied.getMatchedCount() < documents.size()) {
      collection.bulkWrite(documents.stream().flatMap(OutboxRemoval::pull).toList());
    }
  }

  /** Empties the outbox if nothing was added since it was read, which is the usual case. */
  private static WriteModel<Document> emptyUnchanged(Pending document) {
    var messages = document.messages();
    return new UpdateOneModel<>(
        Filters.and(
            Filters.eq("_id", document.id()),
            Filters.size(OUTBOX, messages.size()),
            Filters.eq(OUTBOX + "." + (messages.size() - 1) + "._id", messages.getLast().id())),
        Updates.combine(Updates.set(OUTBOX, List.of()), Updates.unset(UNSENT)));
  }

  private static Stream<WriteModel<Document>> pull(Pending document) {
    var ids = document.messages().stream().map(OutboxMessage::id).toList();
    return Stream.of(
        new UpdateOneModel<>(
            Filters.eq("_id", document.id()),
            Updates.pullByFilter(Filters.eq(OUTBOX, Filters.in("_id", ids).toBsonDocument()))),
        new UpdateOneModel<>(
            Filters.and(Filters.eq("_id", document.id()), Filters.size(OUTBOX, 0)),
            Updates.unset(UNSENT)));
  }
}
