package org.carelane.chat.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.carelane.chat.Problems;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refusals as STOMP ERROR frames: the header {@code message} is the problem's type, the body the
 * problem as over HTTP. STOMP demands that the connection is closed after one.
 */
@Component
class ErrorFrames {

  private static final Logger log = LoggerFactory.getLogger(ErrorFrames.class);
  private static final MimeType PROBLEM = new MimeType("application", "problem+json", UTF_8);

  private final MessageChannel toClients;
  private final JsonMapper json;

  ErrorFrames(@Lazy @Qualifier("clientOutboundChannel") MessageChannel toClients, JsonMapper json) {
    this.toClients = toClients;
    this.json = json;
  }

  /** Refuses a frame and closes its session. */
  void refuse(StompHeaderAccessor frame, ProblemException problem) {
    refuse(frame, problem, headers(problem, frame.getReceipt()));
  }

  /** Refuses a CONNECT, and says which versions would do, as STOMP demands. */
  void refuseVersion(StompHeaderAccessor connect, String supported) {
    var problem = Problems.unsupportedVersion();
    var error = headers(problem, null);
    error.setVersion(supported);
    refuse(connect, problem, error);
  }

  private void refuse(
      StompHeaderAccessor frame, ProblemException problem, StompHeaderAccessor error) {
    log.info(
        "{} refused in session {}: {}",
        frame.getCommand(),
        frame.getSessionId(),
        problem.getBody().getType());
    LiveSession.of(frame).refuse();
    error.setSessionId(Objects.requireNonNull(frame.getSessionId()));
    toClients.send(message(error, problem));
  }

  Message<byte[]> of(ProblemException problem) {
    return message(headers(problem, null), problem);
  }

  private static StompHeaderAccessor headers(ProblemException problem, @Nullable String receiptId) {
    var headers = StompHeaderAccessor.create(StompCommand.ERROR);
    headers.setMessage(String.valueOf(problem.getBody().getType()));
    headers.setContentType(PROBLEM);
    if (receiptId != null) {
      headers.setReceiptId(receiptId);
    }
    headers.setLeaveMutable(true);
    return headers;
  }

  private Message<byte[]> message(StompHeaderAccessor headers, ProblemException problem) {
    return MessageBuilder.createMessage(body(problem), headers.getMessageHeaders());
  }

  private byte[] body(ProblemException problem) {
    var detail = problem.getBody();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", String.valueOf(detail.getType()));
    body.put("title", String.valueOf(detail.getTitle()));
    body.put("status", detail.getStatus());
    body.put("detail", String.valueOf(detail.getDetail()));
    if (detail.getProperties() != null) {
      body.putAll(detail.getProperties());
    }
    return json.writeValueAsBytes(body);
  }
}
