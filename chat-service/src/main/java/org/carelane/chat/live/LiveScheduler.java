package org.carelane.chat.live;

import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Heartbeats and the deadlines of sessions. */
class LiveScheduler extends ThreadPoolTaskScheduler {

  private static final long serialVersionUID = 1L;

  LiveScheduler() {
    setPoolSize(2);
    setThreadNamePrefix("live-");
    setRemoveOnCancelPolicy(true);
  }
}
