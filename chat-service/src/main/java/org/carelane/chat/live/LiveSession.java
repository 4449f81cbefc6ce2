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

/** One socket: who is at the other end, what it listens to, how much it may send. */
final class LiveSession {

  static final String ATTRIBUTE = LiveSession.class.getName();

  private final Bucket allowance;
  private final int maxSubscriptions;
  private final Audience audience;
  private final Map<String, String> subscriptions = new HashMap<>();
  private boolean closed;
  private volatile boolean refused;
  private volatile @Nullable Caller caller;

  LiveSession(LiveProperties properties, Audience audience) {
    this.audience = audience;
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

  /** A frame was refused: the session is being closed, and what still comes is not looked at. */
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
    audience.joins(conversationId);
    leave(subscriptions.put(subscriptionId, conversationId));
  }

  synchronized void unsubscribe(String subscriptionId) {
    leave(subscriptions.remove(subscriptionId));
  }

  synchronized void close() {
    closed = true;
    subscriptions.values().forEach(audience::leaves);
    subscriptions.clear();
  }

  private void leave(@Nullable String conversationId) {
    if (conversationId != null) {
      audience.leaves(conversationId);
    }
  }
}
