package org.carelane.testservers;

import org.springframework.boot.SpringApplication;

/** Leaves nothing running: stops what tests shared, after the application contexts that used it. */
final class AtJvmEnd {

  private AtJvmEnd() {}

  static void run(Runnable stop) {
    SpringApplication.getShutdownHandlers().add(stop);
  }
}
