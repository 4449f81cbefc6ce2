package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** Values as BSON in the pages of the store; Java serialization takes several times the work. */
final class BsonBytes {

  private static final int TYPICAL_SIZE = 512;
  private static final int OVERHEAD = 48;

  private BsonBytes() {}

  static void write(WriteBuffer target, @Nullable Object value) {
    byte type = BsonEncoder.determineType(value);
    var bytes = Unpooled.buffer(TYPICAL_SIZE);
    BsonEncoder.encodeValue(type, value, bytes);
    target.put(type).putVarInt(bytes.readableBytes());
    target.put(bytes.array(), 0, bytes.readableBytes());
  }

  static @Nullable Object read(ByteBuffer source) {
    byte type = source.get();
    int length = DataUtils.readVarInt(source);
    ByteBuf bytes = Unpooled.wrappedBuffer(source.slice(source.position(), length));
    source.position(source.position() + length);
    return BsonDecoder.decodeValue(type, bytes);
  }

  /** A rough guess: the store cuts its pages by it. */
  static int memory(@Nullable Object value) {
    return switch (value) {
      case String text -> OVERHEAD + text.length();
      case Map<?, ?> map -> {
        int sum = OVERHEAD;
        for (var entry : map.entrySet()) {
          sum += OVERHEAD + memory(entry.getValue());
        }
        yield sum;
      }
      case Collection<?> values -> {
        int sum = OVERHEAD;
        for (var element : values) {
          sum += memory(element);
        }
        yield sum;
      }
      case null, default -> OVERHEAD;
    };
  }
}
