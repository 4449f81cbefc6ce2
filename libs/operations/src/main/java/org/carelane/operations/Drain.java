package org.carelane.operations;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Keeps a service running for a while after it was told to stop. By then Spring Boot refuses
 * readiness and {@link RegisteredStatus} has set the register to DOWN; nothing is stopped yet.
 */
class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {

  private static final Logger log = LoggerFactory.getLogger(Drain.class);

  private final ApplicationContext context;
  private final Duration time;

  Drain(ApplicationContext context, Duration time) {
    this.context = context;
    this.time = time;
  }

  /** Events of child contexts are ignored. */
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

  /** Before the listeners that stop something. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
