package org.carelane.notifications.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * The streams of this instance: how many there may be, and when they end. They end first when it
 * stops: their clients come again elsewhere.
 */
@Component
public class OpenStreams implements SmartLifecycle {

  /** Longer than an access token is good for. */
  private static final Duration SESSIONS_REMEMBERED = Duration.ofMinutes(20);

  private static final int MOST_SESSIONS = 100_000;
  private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

  private final Map<String, Deque<NotificationStream>> byAccount = new HashMap<>();
  private final Map<String, Instant> endedSessions = new LinkedHashMap<>();
  private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
  private final ExecutorService writers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 0).factory());
  private final StreamProperties properties;
  private final Clock clock;
  private int count;
  private boolean running;

  OpenStreams(StreamProperties properties, Clock clock, MeterRegistry meters) {
    this.properties = properties;
    this.clock = clock;
    scheduler.setThreadNamePrefix("streams-");
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.initialize();
    Gauge.builder("carelane.notifications.streams.open", this, OpenStreams::count)
        .description("Streams of notifications open on this replica")
        .register(meters);
  }

  private synchronized int count() {
    return count;
  }

  boolean hasAny(Collection<String> accounts) {
    synchronized (this) {
      return accounts.stream().anyMatch(byAccount::containsKey);
    }
  }

  synchronized List<NotificationStream> of(String accountId) {
    return List.copyOf(byAccount.getOrDefault(accountId, new ArrayDeque<>()));
  }

  synchronized boolean hasEnded(@Nullable String sessionId) {
    return sessionId != null && endedSessions.containsKey(sessionId);
  }

  /**
   * Opens one that ends at that time. Its events are kept until it begins.
   *
   * @return empty if there are too many, or the instance is stopping
   */
  Optional<NotificationStream> open(String accountId, @Nullable String sessionId, Instant until) {
    var stream = new NotificationStream(accountId, sessionId, properties.unread(), writers);
    NotificationStream oldest;
    synchronized (this) {
      if (!running || count >= properties.atOnce()) {
        return Optional.empty();
      }
      var theirs = byAccount.computeIfAbsent(accountId, _ -> new ArrayDeque<>());
      oldest = theirs.size() >= properties.perAccount() ? theirs.pollFirst() : null;
      theirs.addLast(stream);
      count += oldest == null ? 1 : 0;
    }
    if (oldest != null) {
      oldest.close();
    }
    var end = scheduler.schedule(() -> end(stream, "its access token has expired"), until);
    Runnable gone =
        () -> {
          end.cancel(false);
          forget(stream);
        };
    stream.emitter().onCompletion(gone);
    stream.emitter().onError(_ -> gone.run());
    stream.emitter().onTimeout(gone);
    return Optional.of(stream);
  }

  /** A session was ended: it does not come again. */
  public void endSession(String accountId, String sessionId) {
    synchronized (this) {
      var forgotten = clock.instant().minus(SESSIONS_REMEMBERED);
      endedSessions.values().removeIf(at -> at.isBefore(forgotten));
      if (endedSessions.size() < MOST_SESSIONS) {
        endedSessions.put(sessionId, clock.instant());
      }
    }
    end(accountId, it -> it.isOf(sessionId), "its session has ended");
  }

  public void endAccount(String accountId) {
    end(accountId, _ -> true, "its account is disabled");
  }

  private void end(String accountId, Predicate<NotificationStream> which, String why) {
    of(accountId).stream().filter(which).forEach(it -> end(it, why));
  }

  void end(NotificationStream stream, String why) {
    log.info("A stream of account {} ends: {}", stream.accountId(), why);
    forget(stream);
    stream.close();
  }

  private synchronized void forget(NotificationStream stream) {
    var theirs = byAccount.get(stream.accountId());
    if (theirs != null && theirs.remove(stream)) {
      count--;
      if (theirs.isEmpty()) {
        byAccount.remove(stream.accountId());
      }
    }
  }

  private synchronized List<NotificationStream> all() {
    List<NotificationStream> all = new ArrayList<>();
    byAccount.values().forEach(all::addAll);
    return all;
  }

  @Override
  public void start() {
    synchronized (this) {
      running = true;
    }
    scheduler.scheduleWithFixedDelay(
        () -> all().forEach(NotificationStream::heartbeat), properties.heartbeat());
  }

  /** In-flight requests are waited for by the web server, which stops later. */
  @Override
  public void stop() {
    synchronized (this) {
      running = false;
    }
    scheduler.shutdown();
    all().forEach(NotificationStream::close);
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  /** Before all others. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
