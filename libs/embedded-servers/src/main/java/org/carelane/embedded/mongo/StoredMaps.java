package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** The maps of a store: one for each collection and one for each index, all with typed entries. */
final class StoredMaps {

  /** The backend finds its databases by this prefix when it opens a store. */
  private static final String DOCUMENTS = "databases.";

  /** Separates collection and index in the name of an index's map. */
  static final String INDEX = "._index_";

  private static final String SIZES = "meta.";

  private final MVStore store;
  private final @Nullable Changes changes;

  /**
   * @param changes notes the maps' changes for the journal; null for a store in memory
   */
  StoredMaps(MVStore store, @Nullable Changes changes) {
    this.store = store;
    this.changes = changes;
  }

  MVMap<Object, Document> documents(String namespace) {
    return map(DOCUMENTS + namespace, new PositionType(), new DocumentType());
  }

  MVMap<KeyValue, Object> entries(String index) {
    return map(index, KeyType.INSTANCE, new PositionType());
  }

  /**
   * A map that the backend expects for each collection. Not in the journal: its data can be
   * rebuilt.
   */
  MVMap<String, Object> sizes(String namespace) {
    return store.openMap(SIZES + namespace);
  }

  MVMap<?, ?> named(String name) {
    return name.startsWith(DOCUMENTS)
        ? documents(name.substring(DOCUMENTS.length()))
        : entries(name);
  }

  private <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
    return changes == null
        ? store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values))
        : store.openMap(
            name, new JournalledMap.Builder<K, V>(changes).keyType(keys).valueType(values));
  }

  void removeIndex(String index) {
    remove(index);
  }

  void removeCollection(String namespace) {
    remove(DOCUMENTS + namespace);
    remove(SIZES + namespace);
  }

  void removeDatabase(String database) {
    for (var name : Set.copyOf(store.getMapNames())) {
      if (name.startsWith(database + ".")
          || name.startsWith(DOCUMENTS + database + ".")
          || name.startsWith(SIZES + database + ".")) {
        remove(name);
      }
    }
  }

  void renameCollection(String from, String to) {
    leaveToCommit();
    store.renameMap(documents(from), DOCUMENTS + to);
    store.renameMap(sizes(from), SIZES + to);
    for (var name : Set.copyOf(store.getMapNames())) {
      if (name.startsWith(from + INDEX)) {
        store.renameMap(entries(name), to + name.substring(from.length()));
      }
    }
  }

  private void remove(String name) {
    leaveToCommit();
    store.removeMap(name);
  }

  /** Removing or renaming maps is not journalled: the pages are committed. */
  private void leaveToCommit() {
    if (changes != null) {
      changes.leaveToCommit();
    }
  }
}
