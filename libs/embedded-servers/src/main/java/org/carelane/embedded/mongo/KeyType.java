package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Stores index entries as keys in MongoDB's order, so that those with the same first values are
 * adjacent.
 */
final class KeyType extends BasicDataType<KeyValue> {

  static final KeyType INSTANCE = new KeyType();

  private KeyType() {}

  @Override
  public int compare(KeyValue one, KeyValue other) {
    int common = Math.min(one.size(), other.size());
    int difference = compare(one, other, common);
    return difference == 0 ? Integer.compare(one.size(), other.size()) : difference;
  }

  private static int compare(KeyValue one, KeyValue other, int length) {
    for (int i = 0; i < length; i++) {
      int difference = compareValues(one.get(i), other.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  static int compareValues(@Nullable Object one, @Nullable Object other) {
    return ValueComparator.ascWithoutListHandling().compare(one, other);
  }

  static boolean startsWith(KeyValue key, KeyValue beginning, int length) {
    return compare(key, beginning, length) == 0;
  }

  @Override
  public int getMemory(KeyValue key) {
    int sum = 0;
    for (var value : key) {
      sum += BsonBytes.memory(value);
    }
    return sum;
  }

  @Override
  public void write(WriteBuffer target, KeyValue key) {
    target.putVarInt(key.size());
    for (var value : key) {
      BsonBytes.write(target, value instanceof Missing ? null : value);
    }
  }

  @Override
  public KeyValue read(ByteBuffer source) {
    int size = DataUtils.readVarInt(source);
    var values = new ArrayList<@Nullable Object>(size);
    for (int i = 0; i < size; i++) {
      values.add(BsonBytes.read(source));
    }
    return new KeyValue(values);
  }

  @Override
  public KeyValue[] createStorage(int size) {
    return new KeyValue[size];
  }
}
