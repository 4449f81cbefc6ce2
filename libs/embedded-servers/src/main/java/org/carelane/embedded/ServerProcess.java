package org.carelane.embedded;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Runs one embedded server as this JVM's main program, until the JVM is told to end. */
final class ServerProcess {

  private ServerProcess() {}

  /** Ends the JVM with status 1 and the cause in the log when the server cannot start. */
  static void run(Callable<? extends AutoCloseable> start) throws InterruptedException {
    try {
      var server = start.call();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "shutdown"));
    } catch (Exception e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
    new CountDownLatch(1).await();
  }

  private static void close(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
  }
}
