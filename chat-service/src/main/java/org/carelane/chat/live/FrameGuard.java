package org.carelane.chat.live;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Set;
import org.carelane.accesstoken.Caller;
import org.carelane.chat.Problems;
import org.carelane.chat.conversation.ConversationId;
import org.carelane.chat.conversation.Conversations;
import org.carelane.chat.message.ChatMessages;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;

/**
 * Checks every frame from a client first, and lets only allowed ones through. Never throws: with
 * ordered receiving, the framework would log the frame's headers, and so the token.
 */
@Component
class FrameGuard implements ChannelInterceptor {

  private static final Logger log = LoggerFactory.getLogger(FrameGuard.class);
  private static final Set<String> VERSIONS = Set.of("1.1", "1.2");

  private final ConnectTokens tokens;
  private final Conversations conversations;
  private final ChatMessages messages;
  private final ErrorFrames errors;

  FrameGuard(
      ConnectTokens tokens,
      Conversations conversations,
      ChatMessages messages,
      ErrorFrames errors) {
    this.tokens = tokens;
    this.conversations = conversations;
    this.messages = messages;
    this.errors = errors;
  }

  @Override
  public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
    var frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
    if (frame == null || frame.getCommand() == null) {
      return message; // a heartbeat
    }
    var session = LiveSession.of(frame);
    if (session.isRefused() && frame.getCommand() != StompCommand.DISCONNECT) {
      return null;
    }
    try {
      return check(frame, session) ? message : null;
    } catch (ProblemException refusal) {
      errors.refuse(frame, refusal);
    } catch (RuntimeException e) {
      log.error("{} failed in session {}", frame.getCommand(), frame.getSessionId(), e);
      errors.refuse(frame, Problems.internalError());
    }
    return null;
  }

  /** False when the frame was refused here. */
  private boolean check(StompHeaderAccessor frame, LiveSession session) {
    switch (frame.getCommand()) {
      case CONNECT, STOMP -> {
        return connect(frame, session);
      }
      case SUBSCRIBE -> subscribe(frame, session);
      case UNSUBSCRIBE -> unsubscribe(frame, session);
      case SEND -> send(frame, session);
      case DISCONNECT -> {}
      case null, default -> throw Problems.malformedFrame();
    }
    return true;
  }

  /** The session is connected only when {@link Connected} knows that CONNECTED was sent. */
  private boolean connect(StompHeaderAccessor frame, LiveSession session) {
    if (session.isAuthenticated()) {
      throw Problems.malformedFrame();
    }
    if (Collections.disjoint(frame.getAcceptVersion(), VERSIONS)) {
      errors.refuseVersion(frame, "1.1,1.2");
      return false;
    }
    var token = tokens.verified(frame);
    session.authenticated(Caller.of(token), requireNonNull(token.getExpiresAt()));
    return true;
  }

  private void subscribe(StompHeaderAccessor frame, LiveSession session) {
    session.admit();
    var member = session.caller().accountId();
    var conversation =
        Destinations.listenedTo(frame.getDestination())
            .map(ConversationId::toString)
            .flatMap(id -> conversations.find(id, member))
            .orElseThrow(Problems::notFound);
    session.subscribe(
        subscriptionId(frame), conversation.id(), messages.lastSequence(conversation.id()));
  }

  private static void unsubscribe(StompHeaderAccessor frame, LiveSession session) {
    session.admit();
    session.caller();
    session.unsubscribe(subscriptionId(frame));
  }

  /** Membership is checked where the message is added. */
  private static void send(StompHeaderAccessor frame, LiveSession session) {
    session.admit();
    session.caller();
    if (Destinations.sentTo(frame.getDestination()).isEmpty()) {
      throw Problems.notFound();
    }
  }

  private static String subscriptionId(StompHeaderAccessor frame) {
    var id = frame.getSubscriptionId();
    if (id == null) {
      throw Problems.malformedFrame();
    }
    return id;
  }
}
