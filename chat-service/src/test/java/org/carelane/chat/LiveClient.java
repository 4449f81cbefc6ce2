package org.carelane.chat;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.websocket.ContainerProvider;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.carelane.chat.message.MessageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.converter.JacksonJsonMessageConverter;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSession.Receiptable;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;

/** A real STOMP client, as an app has it. */
final class LiveClient extends StompSessionHandlerAdapter implements AutoCloseable {

  private static final long PATIENCE = 60;

  private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
  private final BlockingQueue<MessageView> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> refusal = new CompletableFuture<>();
  private final CompletableFuture<Boolean> lost = new CompletableFuture<>();
  private CompletableFuture<StompSession> connecting = new CompletableFuture<>();
  private @Nullable StompSession session;

  private LiveClient() {
    scheduler.setDaemon(true);
    scheduler.initialize();
  }

  static LiveClient connected(int port, String token) {
    var client = attempt(port, new HttpHeaders(), token);
    await(CompletableFuture.anyOf(client.connecting, client.refusal));
    client.session = await(client.connecting);
    client.session.setAutoReceipt(true);
    return client;
  }

  /** The token comes with the handshake; the CONNECT frame has none. */
  static LiveClient connectedByHandshake(int port, String token) {
    var headers = new HttpHeaders();
    headers.setBearerAuth(token);
    var client = attempt(port, headers, null);
    client.session = await(client.connecting);
    return client;
  }

  static LiveClient refused(int port, @Nullable String token) {
    return attempt(port, new HttpHeaders(), token);
  }

  private static LiveClient attempt(int port, HttpHeaders handshake, @Nullable String token) {
    var client = new LiveClient();
    var stomp = new WebSocketStompClient(webSocket());
    stomp.setMessageConverter(new JacksonJsonMessageConverter());
    stomp.setTaskScheduler(client.scheduler);
    var connect = new StompHeaders();
    if (token != null) {
      connect.set("Authorization", "Bearer " + token);
    }
    client.connecting =
        stomp.connectAsync(
            "ws://localhost:" + port + "/ws", new WebSocketHttpHeaders(handshake), connect, client);
    return client;
  }

  /** Tomcat's client takes 8 KB unless told; browsers take what comes. */
  private static StandardWebSocketClient webSocket() {
    var container = ContainerProvider.getWebSocketContainer();
    container.setDefaultMaxTextMessageBufferSize(64 * 1024);
    return new StandardWebSocketClient(container);
  }

  /** Returns once the server has confirmed the subscription. */
  LiveClient listeningTo(String conversationId) {
    confirmed(subscribe("/topic/conversations/" + conversationId));
    return this;
  }

  Receiptable subscribe(String destination) {
    return session().subscribe(destination, new Received());
  }

  /** Returns once the server has confirmed the message. */
  void send(String conversationId, String text) {
    confirmed(sendTo("/app/conversations/" + conversationId + "/messages", new Draft(text)));
  }

  Receiptable sendTo(String destination, Object payload) {
    return session().send(destination, payload);
  }

  record Draft(String text) {}

  /** The next message that arrives. */
  MessageView next() {
    try {
      var message = received.poll(PATIENCE, SECONDS);
      if (message == null) {
        throw new AssertionError("nothing arrived");
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  int waiting() {
    return received.size();
  }

  /** The type of the problem in the ERROR frame. */
  String refusal() {
    return await(refusal);
  }

  void awaitLost() {
    await(lost);
  }

  private StompSession session() {
    return Objects.requireNonNull(session);
  }

  private void confirmed(Receiptable sent) {
    var confirmed = new CompletableFuture<Boolean>();
    sent.addReceiptTask(() -> confirmed.complete(true));
    await(CompletableFuture.anyOf(confirmed, refusal.thenApply(AssertionError::new)));
    if (refusal.isDone()) {
      throw new AssertionError(refusal.join());
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE, SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** An ERROR frame. */
  @Override
  public void handleFrame(StompHeaders headers, @Nullable Object payload) {
    refusal.complete(String.valueOf(headers.getFirst("message")));
  }

  @Override
  public Type getPayloadType(StompHeaders headers) {
    return byte[].class;
  }

  @Override
  public void handleTransportError(StompSession session, Throwable e) {
    lost.complete(true);
  }

  @Override
  public void close() {
    try {
      if (session != null && session.isConnected()) {
        session.disconnect();
      }
    } catch (IllegalStateException | MessageDeliveryException e) {
      // the server was faster
    }
    scheduler.shutdown();
  }

  private final class Received implements StompFrameHandler {

    @Override
    public Type getPayloadType(StompHeaders headers) {
      return MessageView.class;
    }

    @Override
    public void handleFrame(StompHeaders headers, @Nullable Object payload) {
      received.add((MessageView) Objects.requireNonNull(payload));
    }
  }
}
