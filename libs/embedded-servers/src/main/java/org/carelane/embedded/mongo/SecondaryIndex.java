package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A non-unique index. mongo-java-server would accept one, but leave it empty. */
final class SecondaryIndex extends Index<Object> {

  private static final String ID = "_id";

  private final MVMap<KeyValue, Object> entries;

  SecondaryIndex(
      String name, List<IndexKey> keys, boolean sparse, MVMap<KeyValue, Object> entries) {
    super(name, keys, sparse);
    this.entries = entries;
  }

  @Override
  public boolean canHandle(Document query) {
    return IndexScan.of(keys(), isSparse(), query) != null;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return Objects.requireNonNull(IndexScan.of(keys(), isSparse(), query)).positions(entries);
  }

  @Override
  public @Nullable Object getPosition(Document document) {
    return document.get(ID);
  }

  /** Refuses arrays in two of the fields, which cannot be indexed. */
  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    getKeyValues(document);
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    getKeyValues(after);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    for (var entry : entriesOf(document, position)) {
      entries.put(entry, Missing.ofNullable(position));
    }
  }

  @Override
  public @Nullable Object remove(Document document) {
    var position = getPosition(document);
    for (var entry : entriesOf(document, position)) {
      entries.remove(entry);
    }
    return position;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    var old = entriesOf(before, position);
    var now = entriesOf(after, position);
    if (!old.equals(now)) {
      old.forEach(entries::remove);
      now.forEach(entry -> entries.put(entry, Missing.ofNullable(position)));
    }
  }

  private List<KeyValue> entriesOf(Document document, @Nullable Object position) {
    return IndexEntries.of(keys(), isSparse(), document, position);
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {}
}
