package org.carelane.embedded.mongo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * An append-only file of records. Its header has the version of the store that they continue; each
 * record has its length, its CRC-32C and its bytes.
 */
final class Journal implements AutoCloseable {

  private static final int MARK = 0x6a6f7572;
  private static final int HEAD = 2 * Integer.BYTES;

  private static final int MOST_AT_ONCE = 256 * 1024;

  private final FileChannel file;
  private final ByteBuffer output = ByteBuffer.allocateDirect(MOST_AT_ONCE);
  private final int limit;
  private long size;

  private Journal(FileChannel file, int limit) throws IOException {
    this.file = file;
    this.limit = limit;
    size = file.size();
  }

  /**
   * @param limit size in bytes from which on it is full
   */
  static Journal open(Path path, int limit) throws IOException {
    return new Journal(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        limit);
  }

  /** Discards all records, which the store has in this version. */
  void begin(int version) throws IOException {
    file.truncate(0);
    size = 0;
    write(output.clear().putInt(MARK).putInt(version));
  }

  /** Writes without fsync: the record survives a crash of this process, but not of the machine. */
  void append(ByteBuffer bytes) throws IOException {
    if (!bytes.hasRemaining()) {
      return;
    }
    output.clear().putInt(bytes.remaining()).putInt(checksum(bytes));
    while (bytes.hasRemaining()) {
      int length = Math.min(bytes.remaining(), output.remaining());
      output.put(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
      write(output);
      output.clear();
    }
  }

  private void write(ByteBuffer filled) throws IOException {
    filled.flip();
    while (filled.hasRemaining()) {
      size += file.write(filled, size);
    }
  }

  boolean isFull() {
    return size >= limit;
  }

  /**
   * The records that continue this version of the store, up to one that is incomplete: a crash
   * interrupted it, so it was never acknowledged. None if the store has the records already.
   *
   * @throws IOException if the records continue a version that the store never had
   */
  List<ByteBuffer> recordsSince(int version) throws IOException {
    var content = content();
    if (content.remaining() < HEAD || content.getInt() != MARK) {
      return List.of();
    }
    int continued = content.getInt();
    if (continued > version) {
      throw new IOException("the journal continues another store: a file was put back alone");
    }
    return continued == version ? wholeRecords(content) : List.of();
  }

  private ByteBuffer content() throws IOException {
    var content = ByteBuffer.allocate(Math.toIntExact(size));
    while (content.hasRemaining() && file.read(content, content.position()) >= 0) {
      // until all is read
    }
    return content.flip();
  }

  private static List<ByteBuffer> wholeRecords(ByteBuffer content) {
    var records = new ArrayList<ByteBuffer>();
    while (content.remaining() >= HEAD) {
      int length = content.getInt();
      int checksum = content.getInt();
      if (length < 0 || length > content.remaining()) {
        break;
      }
      var record = content.slice(content.position(), length);
      if (checksum(record) != checksum) {
        break;
      }
      records.add(record);
      content.position(content.position() + length);
    }
    return records;
  }

  private static int checksum(ByteBuffer bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return (int) checksum.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
