package org.carelane.testservers;

import org.springframework.boot.SpringApplication;

/** Stops what tests share when the JVM ends, after the application contexts that use it. */
final class AtJvmEnd {

  private AtJvmEnd() {}

  static void run(Runnable stop) {
    SpringApplication.getShutdownHandlers().add(stop);
  }
}
