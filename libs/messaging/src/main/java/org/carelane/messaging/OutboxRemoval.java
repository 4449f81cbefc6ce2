package org.carelane.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.carelane.messaging.OutboxRelay.Pending;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes acknowledged messages out of their documents, many documents a command. */
class OutboxRemoval {

  static final String OUTBOX = "outbox";

  /** Present exactly while the outbox is not empty, and sparsely indexed: what the sweep reads. */
  static final String UNSENT = "unsent";

  private final MongoOperations mongo;

  OutboxRemoval(MongoOperations mongo) {
    this.mongo = mongo;
  }

  void remove(List<Pending> documents) {
    documents.stream()
        .collect(Collectors.groupingBy(Pending::collection))
        .forEach((collection, published) -> remove(mongo.getCollection(collection), published));
  }

  private static void remove(MongoCollection<Document> collection, List<Pending> published) {
    var emptied =
        collection.bulkWrite(published.stream().map(OutboxRemoval::emptyUnchanged).toList());
    if (emptied.getMatchedCount() < published.size()) {
      collection.bulkWrite(published.stream().flatMap(OutboxRemoval::pull).toList());
    }
  }

  /** The usual case in one step: nothing was added to the outbox since it was read. */
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
