package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A unique index that also serves ranges, and queries that ask for more than its own fields.
 *
 * <p>Its entries are made by mongo-java-server. It makes none for a document with an empty array,
 * and pairs the values of two fields of one array. So an index of several fields refuses empty
 * arrays, and is not searched if two of its fields are of one array.
 */
final class UniqueIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<KeyValue, Object> entries;
  private final boolean oneArrayOnce;

  UniqueIndex(String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> entries) {
    super(name, keys, sparse);
    this.entries = entries;
    oneArrayOnce =
        keys().stream().map(key -> key.split("\\.", 2)[0]).distinct().count() == keys.size();
  }

  @Override
  public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
    refuseEmptyArray(document);
    super.checkAdd(document, collection);
  }

  @Override
  public synchronized void checkUpdate(
      Document before, Document after, MongoCollection<Object> collection) {
    refuseEmptyArray(after);
    super.checkUpdate(before, after, collection);
  }

  private void refuseEmptyArray(Document document) {
    if (isCompoundIndex() && getKeyValues(document).isEmpty()) {
      throw new BadValueException(
          "this embedded server has no empty arrays in a unique index of several fields");
    }
  }

  /** By a scan, or else by mongo-java-server's own search, which misses nulls in a sparse index. */
  @Override
  public synchronized boolean canHandle(Document query) {
    return scan(query) != null || !isSparse() && super.canHandle(query);
  }

  /** No scan without given values if the query has other fields: their index is better. */
  private @Nullable IndexScan scan(Document query) {
    var scan = oneArrayOnce ? IndexScan.of(keys(), false, query) : null;
    return scan == null || scan.isOpen() && query.size() > 1 ? null : scan;
  }

  @Override
  public synchronized Iterable<Object> getPositions(Document query) {
    var scan = scan(query);
    return scan == null ? super.getPositions(query) : scan.positions(entries);
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return entries.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    boolean isNew = !entries.containsKey(key);
    if (isNew) {
      entries.put(key, Missing.ofNullable(position));
    }
    return isNew;
  }

  @Override
  protected Iterable<Entry<KeyValue, Object>> getIterable() {
    return entries.entrySet();
  }

  @Override
  protected @Nullable Object getPosition(KeyValue key) {
    return entries.get(key);
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }
}
