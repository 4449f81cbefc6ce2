package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores a document's position, which is its {@code _id}. */
final class PositionType extends BasicDataType<Object> {

  @Override
  public int compare(Object one, Object other) {
    return ValueComparator.ascWithoutListHandling().compare(one, other);
  }

  @Override
  public int getMemory(Object id) {
    return BsonBytes.memory(id);
  }

  @Override
  public void write(WriteBuffer target, Object id) {
    BsonBytes.write(target, id instanceof Missing ? null : id);
  }

  @Override
  public Object read(ByteBuffer source) {
    return Missing.ofNullable(BsonBytes.read(source));
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }
}
