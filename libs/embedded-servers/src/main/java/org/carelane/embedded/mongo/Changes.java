package org.carelane.embedded.mongo;

import java.nio.ByteBuffer;
import java.util.function.Function;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.WriteBuffer;

/**
 * The changes of maps that are in no file yet, as bytes, in the order in which they were made. Each
 * has the map's name, the key, and the new value unless it was removed.
 */
final class Changes {

  private static final byte PUT = 1;
  private static final byte REMOVED = 2;

  private final int limit;
  private final WriteBuffer bytes = new WriteBuffer();
  private boolean complete = true;

  /**
   * @param limit in bytes; further changes are not noted and have to be saved by a commit of the
   *     pages
   */
  Changes(int limit) {
    this.limit = limit;
  }

  synchronized <K, V> void put(MVMap<K, V> map, K key, V value) {
    if (note(PUT, map, key)) {
      map.getValueType().write(bytes, value);
    }
  }

  synchronized <K> void remove(MVMap<K, ?> map, K key) {
    note(REMOVED, map, key);
  }

  private <K> boolean note(byte kind, MVMap<K, ?> map, K key) {
    complete = complete && bytes.position() < limit;
    if (complete) {
      var name = map.getName();
      bytes.put(kind).putVarInt(name.length()).putStringData(name, name.length());
      map.getKeyType().write(bytes, key);
    }
    return complete;
  }

  /** Marks the changes as incomplete: only a commit of the pages can save them. */
  synchronized void leaveToCommit() {
    complete = false;
  }

  synchronized boolean areComplete() {
    return complete;
  }

  /** Returns all changes so far, and begins anew. */
  synchronized ByteBuffer take() {
    var taken = new byte[bytes.position()];
    bytes.position(0).get(taken);
    bytes.clear();
    complete = true;
    return ByteBuffer.wrap(taken);
  }

  /** Applies changes to maps. */
  static void apply(ByteBuffer changes, Function<String, MVMap<?, ?>> maps) {
    while (changes.hasRemaining()) {
      byte kind = changes.get();
      applyOne(kind, changes, maps.apply(DataUtils.readString(changes)));
    }
  }

  private static <K, V> void applyOne(byte kind, ByteBuffer changes, MVMap<K, V> map) {
    var key = map.getKeyType().read(changes);
    if (kind == PUT) {
      map.put(key, map.getValueType().read(changes));
    } else {
      map.remove(key);
    }
  }
}
