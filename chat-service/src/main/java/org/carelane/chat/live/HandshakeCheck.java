package org.carelane.chat.live;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carelane.chat.Problems;
import org.carelane.rest.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a handshake before the socket is open, as a problem: what is none, pages of others, and
 * protocols that are not spoken here.
 */
@Component
class HandshakeCheck implements HandshakeInterceptor {

  /** A client that names none is taken to mean STOMP. */
  private static final List<String> PROTOCOLS = List.of("v12.stomp", "v11.stomp", "v10.stomp");

  private final OriginHandshakeInterceptor origins;
  private final JsonMapper json;

  HandshakeCheck(LiveProperties properties, JsonMapper json) {
    origins = new OriginHandshakeInterceptor(properties.allowedOrigins());
    this.json = json;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws Exception {
    var refusal = refusal(request, response, handler, attributes);
    if (refusal.isPresent()) {
      answer(response, refusal.get());
    }
    return refusal.isEmpty();
  }

  private Optional<ProblemException> refusal(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws Exception {
    if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
      return Optional.of(Problems.noHandshake());
    }
    if (!origins.beforeHandshake(request, response, handler, attributes)) {
      return Optional.of(Problems.foreignOrigin());
    }
    var named = new WebSocketHttpHeaders(request.getHeaders()).getSecWebSocketProtocol();
    return named.isEmpty() || named.stream().anyMatch(HandshakeCheck::isSpokenHere)
        ? Optional.empty()
        : Optional.of(Problems.unknownProtocol());
  }

  private static boolean isSpokenHere(String protocol) {
    return PROTOCOLS.contains(protocol.toLowerCase(Locale.ROOT));
  }

  private void answer(ServerHttpResponse response, ProblemException problem) throws IOException {
    response.setStatusCode(problem.getStatusCode());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getBody().write(json.writeValueAsBytes(problem.getBody()));
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
