package org.carelane.chat.live;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carelane.accesstoken.Caller;
import org.carelane.chat.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.web.socket.WebSocketSession;

/** One WebSocket session: its caller, its subscriptions and its rate limit. */
final class LiveSession {

  static final String ATTRIBUTE = LiveSession.class.getName();

  private final Bucket allowance;
  private final int maxSubscriptions;
  private final Subscribers subscribers;
  private final Map<String, String> subscriptions = new HashMap<>();
  private final CompletableFuture<Caller> connected = new CompletableFuture<>();
  private final Duration patience;
  private boolean closed;
  private volatile boolean refused;
  private volatile @Nullable Admission admission;

  /** Whom the token of the CONNECT frame names, and until when. */
  record Admission(Caller caller, Instant until) {}

  LiveSession(LiveProperties properties, Subscribers subscribers) {
    this.subscribers = subscribers;
    this.patience = properties.connectWithin();
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
    return of(Objects.requireNonNull(frame.getSessionAttributes()));
  }

  static LiveSession of(WebSocketSession socket) {
    return of(socket.getAttributes());
  }

  private static LiveSession of(Map<String, Object> attributes) {
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

  /** CONNECT was accepted; CONNECTED is not sent yet. */
  void authenticated(Caller caller, Instant until) {
    admission = new Admission(caller, until);
  }

  boolean isAuthenticated() {
    return admission != null;
  }

  /** CONNECTED was sent. */
  Admission connected() {
    var accepted = Objects.requireNonNull(admission);
    connected.complete(accepted.caller());
    return accepted;
  }

  /**
   * Whose session it is. A frame that came right behind CONNECT waits here until CONNECTED was
   * sent.
   */
  Caller caller() {
    if (admission == null) {
      throw Problems.unauthenticated();
    }
    try {
      return connected.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unauthenticated();
    } catch (ExecutionException | TimeoutException e) {
      throw Problems.unauthenticated();
    }
  }

  /**
   * @param end sequence of the conversation's last message, read before this
   */
  synchronized void subscribe(String subscriptionId, String conversationId, long end) {
    if (closed) {
      return;
    }
    if (subscriptions.size() >= maxSubscriptions) {
      throw Problems.tooManyRequests();
    }
    subscribers.joins(conversationId, end);
    leave(subscriptions.put(subscriptionId, conversationId));
  }

  synchronized void unsubscribe(String subscriptionId) {
    leave(subscriptions.remove(subscriptionId));
  }

  synchronized void close() {
    closed = true;
    connected.completeExceptionally(new IllegalStateException("closed"));
    subscriptions.values().forEach(subscribers::leaves);
    subscriptions.clear();
  }

  private void leave(@Nullable String conversationId) {
    if (conversationId != null) {
      subscribers.leaves(conversationId);
    }
  }
}
