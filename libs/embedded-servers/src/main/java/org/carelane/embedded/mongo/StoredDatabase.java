package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database whose collections and indexes are maps of a store. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  private final MVStore store;
  private final StoredMaps maps;

  StoredDatabase(String name, MVStore store, StoredMaps maps, CursorRegistry cursors) {
    super(name, cursors);
    this.store = store;
    this.maps = maps;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    var name = getFullCollectionNamespace(collection);
    return new StoredCollection(
        this, collection, options, maps.documents(name), maps.sizes(name), cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new UniqueIndex(index, keys, sparse, maps.entries(entriesName(collection, index)));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String index, List<IndexKey> keys, boolean sparse) {
    return new SecondaryIndex(index, keys, sparse, maps.entries(entriesName(collection, index)));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String index) {
    super.dropIndex(collection, index);
    maps.removeIndex(entriesName(collection.getCollectionName(), index));
  }

  @Override
  public void dropCollection(String collection, Oplog oplog) {
    super.dropCollection(collection, oplog);
    maps.removeCollection(getFullCollectionNamespace(collection));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    maps.removeDatabase(getDatabaseName());
  }

  @Override
  public void moveCollection(
      MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
    var from = collection.getFullName();
    super.moveCollection(oldDatabase, collection, newName);
    maps.renameCollection(from, getFullCollectionNamespace(newName));
  }

  private String entriesName(String collection, String index) {
    return getFullCollectionNamespace(collection) + StoredMaps.INDEX + index;
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
