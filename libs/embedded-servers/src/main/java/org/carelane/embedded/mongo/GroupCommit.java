package org.carelane.embedded.mongo;

import java.util.function.Supplier;

/** Makes writes durable before they are answered. */
interface GroupCommit extends AutoCloseable {

  <T> T write(Supplier<T> write);

  @Override
  void close();

  /** For a store in memory. */
  static GroupCommit none() {
    return new GroupCommit() {

      @Override
      public <T> T write(Supplier<T> write) {
        return write.get();
      }

      @Override
      public void close() {}
    };
  }
}
