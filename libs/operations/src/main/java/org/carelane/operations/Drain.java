package org.carelane.operations;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Keeps everything running for a while after a service was told to stop. By then Spring Boot has
 * refused readiness, and {@link RegisteredStatus} has said so in the register; nothing has been
 * stopped yet.
 */
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final ApplicationContext context;
  private final Duration time;

  Drain(ApplicationContext context, Duration time) {
    this.context = context;
    this.time = time;
  }

  /** Contexts within this one close as well, in their turn. */
  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    if (event.getApplicationContext() == context && time.isPositive()) {
      log.info("Going to stop: serving for another {} ms", time.toMillis());
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Before those that stop something when they hear of the close. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
