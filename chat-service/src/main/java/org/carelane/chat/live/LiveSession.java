package org.carelane.chat.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.carelane.accesstoken.Caller;
import org.carelane.chat.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;

/** One WebSocket session: its caller, its subscriptions and its rate limit. */
final class LiveSession {

  static final String ATTRIBUTE = LiveSession.class.getName();

  private final Bucket allowance;
  private final int maxSubscriptions;
  private final Subscribers subscribers;
  private final Map<String, String> subscriptions = new HashMap<>();
  private boolean closed;
  private volatile boolean refused;
  private volatile @Nullable Caller caller;

  LiveSession(LiveProperties properties, Subscribers subscribers) {
    this.subscribers = subscribers;
    this.maxSubscriptions = properties.subscriptions();
    this.allowance =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(properties.burst())
                        .refillGreedy(properties.framesPerSecond(), Duration.ofSeconds(1)))
            .build();
  }

  static LiveSession of(SimpMessageHeaderAccessor frame) {
    var attributes = Objects.requireNonNull(frame.getSessionAttributes());
    return (LiveSession) Objects.requireNonNull(attributes.get(ATTRIBUTE));
  }

  /** Counts a frame. */
  void admit() {
    if (!allowance.tryConsume(1)) {
      throw Problems.tooManyRequests();
    }
  }

  /** A frame was refused: the session is being closed, and further frames are dropped. */
  void refuse() {
    refused = true;
  }

  boolean isRefused() {
    return refused;
  }

  void authenticated(Caller as) {
    caller = as;
  }

  boolean isAuthenticated() {
    return caller != null;
  }

  Caller caller() {
    var known = caller;
    if (known == null) {
      throw Problems.unauthenticated();
    }
    return known;
  }

  synchronized void subscribe(String subscriptionId, String conversationId) {
    if (closed) {
      return;
    }
    if (subscriptions.size() >= maxSubscriptions) {
      throw Problems.tooManyRequests();
    }
    subscribers.joins(conversationId);
    leave(subscriptions.put(subscriptionId, conversationId));
  }

  synchronized void unsubscribe(String subscriptionId) {
    leave(subscriptions.remove(subscriptionId));
  }

  synchronized void close() {
    closed = true;
    subscriptions.values().forEach(subscribers::leaves);
    subscriptions.clear();
  }

  private void leave(@Nullable String conversationId) {
    if (conversationId != null) {
      subscribers.leaves(conversationId);
    }
  }
}
