package org.carelane.gateway.limits;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.carelane.gateway.Problems;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the whole body before the request is forwarded. So a service never gets half of one, and a
 * slow or broken client does not count as a failure of the service.
 */
@Component
class BodyLimitFilter implements GlobalFilter, Ordered {

  private final int maxBytes;
  private final Duration arriveWithin;

  BodyLimitFilter(BodyLimits limits) {
    maxBytes = Math.toIntExact(limits.maxSize().toBytes());
    arriveWithin = limits.arriveWithin();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    var headers = exchange.getRequest().getHeaders();
    if (headers.getContentLength() > maxBytes) {
      return Mono.error(Problems.contentTooLarge());
    }
    if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
      return chain.filter(exchange);
    }
    return DataBufferUtils.join(exchange.getRequest().getBody(), maxBytes)
        .map(BodyLimitFilter::bytes)
        .defaultIfEmpty(new byte[0])
        .timeout(arriveWithin)
        .onErrorMap(DataBufferLimitException.class, e -> Problems.contentTooLarge())
        .onErrorMap(TimeoutException.class, e -> Problems.requestTimeout())
        .flatMap(body -> chain.filter(withBody(exchange, body)));
  }

  private static byte[] bytes(DataBuffer buffer) {
    var bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  private static ServerWebExchange withBody(ServerWebExchange exchange, byte[] body) {
    var buffers = exchange.getResponse().bufferFactory();
    ServerHttpRequest request =
        new ServerHttpRequestDecorator(exchange.getRequest()) {
          @Override
          public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> Flux.just(buffers.wrap(body)));
          }
        };
    return exchange.mutate().request(request).build();
  }

  /** After the rate limit, so that the body of a refused request is not read. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 1;
  }
}
