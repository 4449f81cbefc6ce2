package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A unique index that also serves ranges, and queries that ask for more than its own fields. */
final class UniqueIndex extends AbstractUniqueIndex<Object> {

  private final MVMap<KeyValue, Object> entries;

  UniqueIndex(
      String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> entries) {
    super(name, keys, sparse);
    this.entries = entries;
  }

  @Override
  public synchronized boolean canHandle(Document query) {
    return IndexScan.of(keys(), isSparse(), query) != null || super.canHandle(query);
  }

  @Override
  public synchronized Iterable<Object> getPositions(Document query) {
    var scan = IndexScan.of(keys(), isSparse(), query);
    return scan == null ? super.getPositions(query) : scan.positions(entries);
  }

  @Override
  protected @Nullable Object removeDocument(KeyValue key) {
    return entries.remove(key);
  }

  @Override
  protected boolean putKeyPosition(KeyValue key, Object position) {
    return entries.putIfAbsent(key, Missing.ofNullable(position)) == null;
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
