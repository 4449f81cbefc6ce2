package org.carelane.gateway.routing;

import java.net.URI;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.reactive.ReactiveLoadBalancer;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Connects a client's WebSocket to chat-service. The client's handshake is over by then, so no
 * filter can retry: if an instance cannot be connected to, another one is chosen here.
 */
@Primary
@Component
class ChatSockets implements WebSocketClient {

  private final ReactorNettyWebSocketClient sockets;
  private final ReactiveLoadBalancer.Factory<ServiceInstance> balancers;
  private final UnreachableInstances unreachable;

  ChatSockets(
      ReactorNettyWebSocketClient sockets,
      ReactiveLoadBalancer.Factory<ServiceInstance> balancers,
      UnreachableInstances unreachable) {
    this.sockets = sockets;
    this.balancers = balancers;
    this.unreachable = unreachable;
  }

  @Override
  public Mono<Void> execute(URI url, WebSocketHandler handler) {
    return execute(url, HttpHeaders.EMPTY, handler);
  }

  @Override
  public Mono<Void> execute(URI url, HttpHeaders headers, WebSocketHandler handler) {
    return sockets
        .execute(url, headers, handler)
        .onErrorResume(
            UnreachableInstances::isNotConnected,
            _ -> {
              unreachable.note(url.getAuthority());
              return another(url).flatMap(other -> sockets.execute(other, headers, handler));
            });
  }

  private Mono<URI> another(URI url) {
    return Mono.from(balancers.getInstance(BackendService.CHAT.id()).choose())
        .mapNotNull(chosen -> chosen.getServer())
        .map(
            instance ->
                UriComponentsBuilder.fromUri(url)
                    .host(instance.getHost())
                    .port(instance.getPort())
                    .build(true)
                    .toUri());
  }
}
