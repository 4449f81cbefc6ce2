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
 * A file of records that are only appended. Its head names the version of the store that they
 * continue; each record is its length, its checksum and its bytes.
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
   * @param limit bytes from which on it is full
   */
  static Journal open(Path path, int limit) throws IOException {
    return new Journal(
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        limit);
  }

  /** Discards all records: the store holds them in this version. */
  void begin(int version) throws IOException {
    file.truncate(0);
    size = 0;
    write(output.clear().putInt(MARK).putInt(version));
  }

  /** In the hands of the operating system on return: safe from our death, not from its. */
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
   * What continues this version of the store, up to a record that is not whole: death interrupted
   * it, so it was never acknowledged. None if the store holds the records already.
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
