package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Encodes values as BSON for the pages of the store; Java serialization takes several times the
 * work. The types that are frequent in keys have a faster encoding of their own.
 */
final class BsonBytes {

  private static final byte TEXT = 100;
  private static final byte DECIMAL = 101;
  private static final byte TIME = 102;
  private static final byte NOTHING = 103;

  private static final int TYPICAL_DOCUMENT = 4096;
  private static final int TYPICAL_VALUE = 64;
  private static final int OVERHEAD = 48;

  private BsonBytes() {}

  static void write(WriteBuffer target, @Nullable Object value) {
    switch (value) {
      case null -> target.put(NOTHING);
      case String text ->
          target.put(TEXT).putVarInt(text.length()).putStringData(text, text.length());
      case Double number -> target.put(DECIMAL).putLong(Double.doubleToRawLongBits(number));
      case Instant time -> target.put(TIME).putLong(time.toEpochMilli());
      default -> writeBson(target, value);
    }
  }

  private static void writeBson(WriteBuffer target, Object value) {
    byte type = BsonEncoder.determineType(value);
    var bytes = Unpooled.buffer(value instanceof Document ? TYPICAL_DOCUMENT : TYPICAL_VALUE);
    BsonEncoder.encodeValue(type, value, bytes);
    target.put(type).putVarInt(bytes.readableBytes());
    target.put(bytes.array(), 0, bytes.readableBytes());
  }

  static @Nullable Object read(ByteBuffer source) {
    byte type = source.get();
    return switch (type) {
      case NOTHING -> null;
      case TEXT -> DataUtils.readString(source);
      case DECIMAL -> Double.longBitsToDouble(source.getLong());
      case TIME -> Instant.ofEpochMilli(source.getLong());
      default -> readBson(type, source);
    };
  }

  private static Object readBson(byte type, ByteBuffer source) {
    int length = DataUtils.readVarInt(source);
    ByteBuf bytes = Unpooled.wrappedBuffer(source.slice(source.position(), length));
    source.position(source.position() + length);
    return BsonDecoder.decodeValue(type, bytes);
  }

  /** A rough estimate in bytes, by which the store splits its pages. */
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
