package org.carelane.messaging;

import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/**
 * When a document with an outbox is saved: removes published messages before, and passes the others
 * to the relay after.
 */
class OutboxEvents extends AbstractMongoEventListener<Object> {

  private final OutboxCollections collections;
  private final OutboxRelay relay;
  private final MongoConverter converter;

  OutboxEvents(OutboxCollections collections, OutboxRelay relay, MongoConverter converter) {
    this.collections = collections;
    this.relay = relay;
    this.converter = converter;
  }

  @Override
  public void onBeforeSave(BeforeSaveEvent<Object> event) {
    var document = event.getDocument();
    if (document != null && collections.names().contains(event.getCollectionName())) {
      var outbox =
          outboxOf(document).stream()
              .filter(message -> !relay.isPublished(message.getString("_id")))
              .toList();
      document.put(OutboxRemoval.OUTBOX, outbox);
      if (outbox.isEmpty()) {
        document.remove(OutboxRemoval.UNSENT);
      } else {
        document.put(OutboxRemoval.UNSENT, outbox.getFirst().get("at"));
      }
    }
  }

  @Override
  public void onAfterSave(AfterSaveEvent<Object> event) {
    var document = event.getDocument();
    var collection = event.getCollectionName();
    if (document != null && collection != null && collections.names().contains(collection)) {
      relay.relay(collection, idOf(document), read(converter, document));
    }
  }

  static String idOf(Document document) {
    return Objects.requireNonNull(document.getString("_id"));
  }

  static List<OutboxMessage> read(MongoConverter converter, Document document) {
    return outboxOf(document).stream()
        .map(message -> converter.read(OutboxMessage.class, message))
        .toList();
  }

  private static List<Document> outboxOf(Document document) {
    return document.getList(OutboxRemoval.OUTBOX, Document.class, List.of());
  }
}
