package org.carelane.notifications.stream;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.carelane.notifications.inbox.InboxItem;
import org.carelane.notifications.inbox.web.InboxItemView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open stream. Events wait in a queue, and a thread writes them only while there are some: a
 * stream that waits has none, and a slow reader keeps nobody but itself.
 */
final class NotificationStream {

  private final String accountId;
  private final @Nullable String sessionId;
  private final int most;
  private final Executor writers;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final Queue<SseEventBuilder> waiting = new ArrayDeque<>();
  private final List<InboxItem> early = new ArrayList<>();
  private @Nullable StreamPosition position;
  private boolean writing;
  private boolean closed;

  NotificationStream(String accountId, @Nullable String sessionId, int most, Executor writers) {
    this.accountId = accountId;
    this.sessionId = sessionId;
    this.most = most;
    this.writers = writers;
  }

  String accountId() {
    return accountId;
  }

  boolean isOf(String session) {
    return session.equals(sessionId);
  }

  SseEmitter emitter() {
    return emitter;
  }

  /**
   * Begins with what was missed; what came meanwhile follows it.
   *
   * @param reset whether it is not known what the client has
   */
  synchronized void begin(StreamPosition from, List<InboxItem> missed, boolean reset) {
    position = from;
    send(event(reset ? "reset" : "ready", StreamState.of(accountId)));
    missed.forEach(this::showOnce);
    early.forEach(this::showOnce);
    early.clear();
  }

  /** Sends an item, unless the client has it. */
  synchronized void show(InboxItem item) {
    if (position == null) {
      early.add(item);
    } else {
      showOnce(item);
    }
  }

  /** Since when items may be missing. */
  synchronized Instant completeUntil(Instant now) {
    return position == null ? now.minus(StreamPosition.MARGIN) : position.completeUntil();
  }

  synchronized void heartbeat() {
    if (position != null) {
      send(SseEmitter.event().comment("still here"));
    }
  }

  /** Ends it; what waits is not sent any more. */
  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      waiting.clear();
    }
    writers.execute(this::complete);
  }

  private void complete() {
    try {
      emitter.complete();
    } catch (IllegalStateException e) {
      // The client was gone first, and the server ended it.
    }
  }

  private void showOnce(InboxItem item) {
    var before = current();
    if (before.has(item)) {
      return;
    }
    if (!before.hasHalf(item)) {
      position = before.with(item, false);
      send(event("notification", InboxItemView.of(item)));
    }
    position = current().with(item, true);
    send(event("appointment", AppointmentChange.of(item)));
  }

  private StreamPosition current() {
    if (position == null) {
      throw new IllegalStateException("The stream has not begun");
    }
    return position;
  }

  private SseEventBuilder event(String name, Object content) {
    return SseEmitter.event()
        .id(current().toString())
        .name(name)
        .data(content, MediaType.APPLICATION_JSON);
  }

  private void send(SseEventBuilder event) {
    if (closed) {
      return;
    }
    if (waiting.size() >= most) {
      close();
      return;
    }
    waiting.add(event);
    if (!writing) {
      writing = true;
      writers.execute(this::write);
    }
  }

  private void write() {
    for (var next = next(); next != null; next = next()) {
      try {
        emitter.send(next);
      } catch (IOException | IllegalStateException e) {
        close(); // the client is gone
      }
    }
  }

  private synchronized @Nullable SseEventBuilder next() {
    var next = waiting.poll();
    writing = next != null;
    return next;
  }
}
