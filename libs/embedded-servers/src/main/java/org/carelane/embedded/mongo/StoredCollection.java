package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose stored documents never change: an update works on a copy and replaces the
 * document by it. mongo-java-server would change the stored document itself, while the answer to an
 * earlier query is perhaps still being written.
 */
final class StoredCollection extends H2Collection {

  private static final int MANY = 1_000;

  private boolean updating;

  StoredCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> sizes,
      CursorRegistry cursors) {
    super(database, name, options, documents, sizes, cursors);
  }

  @Override
  public synchronized Document findAndModify(Document query) {
    updating = true;
    try {
      return super.findAndModify(query);
    } finally {
      updating = false;
    }
  }

  @Override
  public synchronized Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    updating = true;
    try {
      return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
    } finally {
      updating = false;
    }
  }

  /** Counting takes no lock, so a document may have been removed since its position was found. */
  @Override
  protected QueryResult matchDocumentsFromStream(
      Document query,
      Stream<Document> documents,
      int skip,
      int limit,
      int batchSize,
      @Nullable Comparator<Document> order,
      Document projection) {
    var present = documents.filter(Objects::nonNull);
    var found =
        updating
            ? matching(query, present).map(Document::cloneDeeply)
            : order != null && limit > 0 && limit < MANY && skip < MANY
                ? first(skip + limit, matching(query, present), order)
                : present;
    return super.matchDocumentsFromStream(query, found, skip, limit, batchSize, order, projection);
  }

  private Stream<Document> matching(Document query, Stream<Document> documents) {
    return documents.filter(document -> documentMatchesQuery(document, query));
  }

  /** The first documents in this order. Unlike a sort, it does not hold all documents in memory. */
  private static Stream<Document> first(
      int count, Stream<Document> documents, Comparator<Document> order) {
    var kept = new ArrayList<Document>();
    documents.forEach(
        document -> {
          kept.add(document);
          if (kept.size() >= 2 * count + MANY) {
            kept.sort(order);
            kept.subList(count, kept.size()).clear();
          }
        });
    return kept.stream();
  }

  /**
   * A stream, as an aggregation, even a count, would otherwise hold the whole collection in memory.
   */
  @Override
  public Stream<Document> queryAllAsStream() {
    return streamAllDocumentsWithPosition().map(DocumentWithPosition::getDocument);
  }

  /** Not needed: it would encode each document once more, for statistics nobody reads. */
  @Override
  protected boolean tracksDataSize() {
    return false;
  }
}
