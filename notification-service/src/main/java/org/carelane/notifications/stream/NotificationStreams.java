package org.carelane.notifications.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carelane.notifications.inbox.AppointmentEvent;
import org.carelane.notifications.inbox.Inbox;
import org.carelane.notifications.inbox.InboxProcess;
import org.carelane.notifications.recipient.Recipient;
import org.carelane.notifications.recipient.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Opens streams of what is new in an inbox, and shows them what comes. The inbox is the truth: what
 * a client missed is read from it, on whatever instance it comes again.
 */
@Component
public class NotificationStreams {

  private static final int MOST_AT_ONCE = 1000;

  private final OpenStreams open;
  private final Inbox inbox;
  private final InboxProcess process;
  private final Recipients recipients;
  private final StreamProperties properties;
  private final Clock clock;

  NotificationStreams(
      OpenStreams open,
      Inbox inbox,
      InboxProcess process,
      Recipients recipients,
      StreamProperties properties,
      Clock clock) {
    this.open = open;
    this.inbox = inbox;
    this.process = process;
    this.recipients = recipients;
    this.properties = properties;
    this.clock = clock;
  }

  public sealed interface Result {

    record Opened(SseEmitter stream) implements Result {}

    /** There are too many of them. */
    record Busy() implements Result {}

    /** The session has ended, or the account is disabled. */
    record Ended() implements Result {}
  }

  /**
   * @param sessionId {@code null} if the token names none
   * @param until when it ends
   * @param lastEventId of the last event the client has; {@code null} if it begins
   */
  public Result open(
      String accountId, @Nullable String sessionId, Instant until, @Nullable String lastEventId) {
    var opened = open.open(accountId, sessionId, until).orElse(null);
    if (opened == null) {
      return new Result.Busy();
    }
    // Looked at when it can be ended: who ends it now finds it.
    if (open.hasEnded(sessionId) || isDisabled(accountId)) {
      open.end(opened, "its session has ended");
      return new Result.Ended();
    }
    try {
      begin(opened, lastEventId);
    } catch (RuntimeException e) {
      open.end(opened, "it could not begin");
      throw e;
    }
    return new Result.Opened(opened.emitter());
  }

  private boolean isDisabled(String accountId) {
    return recipients.find(accountId).filter(Recipient::disabled).isPresent();
  }

  private void begin(NotificationStream stream, @Nullable String lastEventId) {
    var now = clock.instant();
    var last = Optional.ofNullable(lastEventId).flatMap(StreamPosition::parse);
    var since = last.filter(it -> it.completeUntil().isBefore(now)).orElse(null);
    if (since != null) {
      var missed =
          inbox.addedSince(stream.accountId(), since.completeUntil(), properties.catchUp() + 61);
      var unseen = missed.stream().filter(it -> !since.has(it)).toList();
      if (unseen.size() <= properties.catchUp()) {
        stream.begin(since, unseen, false);
        return;
      }
    }
    var known = inbox.addedSince(stream.accountId(), now.minus(StreamPosition.MARGIN), 60);
    stream.begin(StreamPosition.having(known, now), List.of(), lastEventId != null);
  }

  /**
   * Shows those who listen here what an event added. Its items are added first, if no other
   * instance did so yet: adding them again changes nothing. What was added before them is shown
   * before them, though its event may come later.
   */
  public void show(AppointmentEvent event) {
    if (!open.hasAny(event.inboxes())) {
      return;
    }
    process.handle(event);
    event.inboxes().forEach(this::showNew);
  }

  private void showNew(String accountId) {
    var streams = open.of(accountId);
    var now = clock.instant();
    streams.stream()
        .map(it -> it.completeUntil(now))
        .min(Comparator.naturalOrder())
        .ifPresent(
            since ->
                inbox
                    .addedSince(accountId, since, MOST_AT_ONCE)
                    .forEach(item -> streams.forEach(it -> it.show(item))));
  }
}
