package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database in an H2 store: a map per collection and one per index, all with typed entries. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** The backend finds its databases by this prefix when it opens a store. */
  private static final String DOCUMENTS = "databases.";

  private static final String SIZES = "meta.";

  private final MVStore store;

  StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    var name = getFullCollectionNamespace(collection);
    return new StoredCollection(
        this, collection, options, documents(name), sizes(name), cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new UniqueIndex(index, keys, sparse, entries(entriesName(collection, index)));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new SecondaryIndex(index, keys, sparse, entries(entriesName(collection, index)));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String index) {
    super.dropIndex(collection, index);
    store.removeMap(entriesName(collection.getCollectionName(), index));
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    super.dropCollection(collection, oplog);
    var name = getFullCollectionNamespace(collection);
    store.removeMap(documents(name));
    store.removeMap(sizes(name));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    for (var name : List.copyOf(store.getMapNames())) {
      if (name.startsWith(getDatabaseName() + ".")
          || name.startsWith(DOCUMENTS + getDatabaseName() + ".")
          || name.startsWith(SIZES + getDatabaseName() + ".")) {
        store.removeMap(name);
      }
    }
  }

  @Override
  public void moveCollection(
      MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
    super.moveCollection(oldDatabase, collection, newName);
    var from = collection.getFullName();
    var to = getFullCollectionNamespace(newName);
    store.renameMap(documents(from), DOCUMENTS + to);
    store.renameMap(sizes(from), SIZES + to);
  }

  private MVMap<Object, Document> documents(String namespace) {
    return store.openMap(
        DOCUMENTS + namespace,
        new MVMap.Builder<Object, Document>()
            .keyType(new PositionType())
            .valueType(new DocumentType()));
  }

  private MVMap<String, Object> sizes(String namespace) {
    return store.openMap(SIZES + namespace);
  }

  private MVMap<KeyValue, Object> entries(String name) {
    return store.openMap(
        name,
        new MVMap.Builder<KeyValue, Object>()
            .keyType(KeyType.INSTANCE)
            .valueType(new PositionType()));
  }

  private String entriesName(String collection, String index) {
    return getFullCollectionNamespace(collection) + "._index_" + index;
  }

  @Override
  protected long getStorageSize() {
    var file = store.getFileStore();
    return file == null ? 0 : file.size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }
}
