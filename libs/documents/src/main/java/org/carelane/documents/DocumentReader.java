package org.carelane.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.event.AfterLoadEvent;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Finds documents as {@code MongoOperations} does and with the same events, but makes an object of
 * each by itself: one that cannot be read does not keep those beside it from being read.
 */
public class DocumentReader {

  /** The type of what is not made an object of yet, in events of its loading. */
  static final Class<?> STORED = Document.class;

  private final MongoOperations mongo;
  private final ApplicationEventPublisher events;
  private final UnreadableDocuments unreadable;

  public DocumentReader(
      MongoOperations mongo, ApplicationEventPublisher events, UnreadableDocuments unreadable) {
    this.mongo = mongo;
    this.events = events;
    this.unreadable = unreadable;
  }

  /**
   * @throws UnreadableDocument if it cannot be read
   * @throws NewerDocument if a newer release has written it
   */
  public <T> Optional<T> find(Object id, Class<T> type) {
    return first(Query.query(Criteria.where("_id").is(id)), type);
  }

  /** The first, as {@link #find} reads it. */
  public <T> Optional<T> first(Query query, Class<T> type) {
    return first(query, type, mongo.getCollectionName(type));
  }

  public <T> Optional<T> first(Query query, Class<T> type, String collection) {
    return stored(Query.of(query).limit(1), type, collection)
        .findFirst()
        .map(it -> read(it, type, collection));
  }

  /**
   * All, where one that is left out would be taken for one that does not exist.
   *
   * @throws UnreadableDocument if one cannot be read
   * @throws NewerDocument if a newer release has written one
   */
  public <T> List<T> all(Query query, Class<T> type) {
    var collection = mongo.getCollectionName(type);
    return stored(query, type, collection).map(it -> read(it, type, collection)).toList();
  }

  /**
   * All but those that cannot be read. The query's limit is for those that can: a page is full, and
   * due work is found, whatever lies before it.
   */
  public <T> List<T> readable(Query query, Class<T> type) {
    return readable(query, type, mongo.getCollectionName(type));
  }

  public <T> List<T> readable(Query query, Class<T> type, String collection) {
    var found = new ArrayList<T>();
    var part = query;
    while (true) {
      var stored = stored(part, type, collection).toList();
      stored.forEach(it -> ifReadable(it, type, collection).ifPresent(found::add));
      if (!query.isLimited()
          || found.size() == query.getLimit()
          || stored.size() < part.getLimit()) {
        return found;
      }
      part =
          Query.of(part)
              .skip(part.getSkip() + stored.size())
              .limit(query.getLimit() - found.size());
    }
  }

  private Stream<Document> stored(Query query, Class<?> type, String collection) {
    return mongo
        .query(type)
        .inCollection(collection)
        .as(Document.class)
        .matching(query)
        .all()
        .stream();
  }

  private <T> Optional<T> ifReadable(Document document, Class<T> type, String collection) {
    try {
      return Optional.of(read(document, type, collection));
    } catch (UnreadableDocument | NewerDocument e) {
      return Optional.empty();
    }
  }

  private <T> T read(Document document, Class<T> type, String collection) {
    events.publishEvent(new AfterLoadEvent<>(document, type, collection));
    try {
      var found = mongo.getConverter().read(type, document);
      Completeness.require(found);
      return found;
    } catch (RuntimeException e) {
      throw unreadable.note(collection, document.get("_id"), e);
    }
  }
}
