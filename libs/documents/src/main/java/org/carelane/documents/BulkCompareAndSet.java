package org.carelane.documents;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

/**
 * Saves many documents with one command, each as {@code MongoOperations} saves one: if nobody saved
 * it since it was read, and with the same events. Their type has a record component {@code
 * version}.
 */
public class BulkCompareAndSet {

  private static final String ID = "_id";
  private static final String VERSION = "version";
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoOperations mongo;
  private final ApplicationEventPublisher events;

  public BulkCompareAndSet(MongoOperations mongo, ApplicationEventPublisher events) {
    this.mongo = mongo;
    this.events = events;
  }

  /**
   * Stores new documents.
   *
   * @return those that were not stored, since another of their id is there
   */
  public <T> List<T> insert(Class<T> type, List<T> documents) {
    var writes = documents.stream().map(it -> write(type, it)).toList();
    try {
      mongo
          .getCollection(mongo.getCollectionName(type))
          .bulkWrite(
              writes.stream().map(it -> new InsertOneModel<>(it.document())).toList(), UNORDERED);
      return settle(type, writes, Set.of());
    } catch (MongoBulkWriteException e) {
      return settle(type, writes, Duplicates.of(e));
    }
  }

  /**
   * Replaces documents.
   *
   * @return those that somebody else saved, or removed, since they were read
   */
  public <T> List<T> replace(Class<T> type, List<T> documents) {
    var writes = documents.stream().map(it -> write(type, it)).toList();
    var collection = mongo.getCollection(mongo.getCollectionName(type));
    var replaced =
        collection.bulkWrite(
            writes.stream()
                .map(it -> new ReplaceOneModel<>(it.unchanged(), it.document()))
                .toList(),
            UNORDERED);
    return settle(
        type,
        writes,
        replaced.getMatchedCount() == writes.size() ? Set.of() : losers(collection, writes));
  }

  /** What is stored now and is not what was written is another's. */
  private static <T> Set<Integer> losers(
      MongoCollection<Document> collection, List<Write<T>> writes) {
    var ids = writes.stream().map(Write::id).toList();
    var stored = collection.find(Filters.in(ID, ids)).into(new HashSet<>());
    var losers = new HashSet<Integer>();
    for (int i = 0; i < writes.size(); i++) {
      if (!stored.contains(writes.get(i).document())) {
        losers.add(i);
      }
    }
    return losers;
  }

  private record Write<T>(T entity, Document document, @Nullable Long before) {

    Object id() {
      return Objects.requireNonNull(document.get(ID));
    }

    Bson unchanged() {
      return Filters.and(Filters.eq(ID, id()), Filters.eq(VERSION, before));
    }
  }

  private <T> Write<T> write(Class<T> type, T entity) {
    var document = new Document();
    mongo.getConverter().write(entity, document);
    var before = document.getLong(VERSION);
    document.put(VERSION, before == null ? 0L : before + 1);
    events.publishEvent(new BeforeSaveEvent<>(entity, document, mongo.getCollectionName(type)));
    return new Write<>(entity, document, before);
  }

  private <T> List<T> settle(Class<T> type, List<Write<T>> writes, Set<Integer> losers) {
    var lost = new ArrayList<T>();
    for (int i = 0; i < writes.size(); i++) {
      var write = writes.get(i);
      if (losers.contains(i)) {
        lost.add(write.entity());
      } else {
        events.publishEvent(
            new AfterSaveEvent<>(write.entity(), write.document(), mongo.getCollectionName(type)));
      }
    }
    return lost;
  }
}
