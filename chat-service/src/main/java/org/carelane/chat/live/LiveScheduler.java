package org.carelane.chat.live;

import java.time.Instant;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sends heartbeats and ends sessions at their deadlines. Not a {@link TaskScheduler} itself: a bean
 * of that type would replace the executor that handles frames.
 */
@Component
class LiveScheduler implements DisposableBean {

  private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

  LiveScheduler() {
    scheduler.setPoolSize(2);
    scheduler.setThreadNamePrefix("live-");
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.initialize();
  }

  Future<?> at(Instant time, Runnable task) {
    return scheduler.schedule(task, time);
  }

  TaskScheduler forHeartbeats() {
    return scheduler;
  }

  @Override
  public void destroy() {
    scheduler.shutdown();
  }
}
