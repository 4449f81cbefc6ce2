package org.carelane.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The circuit breaker of WebSockets and streams. It counts handshakes and beginnings of answers,
 * since what is open lasts for hours and has no end to wait for; and a refusal is an answer, not a
 * failure of the service.
 */
class HandshakeBreaker implements GatewayFilter {

  private final CircuitBreaker breaker;
  private final Duration giveUpAfter;

  HandshakeBreaker(CircuitBreaker breaker, Duration giveUpAfter) {
    this.breaker = breaker;
    this.giveUpAfter = giveUpAfter;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return Mono.defer(() -> guarded(exchange, chain));
  }

  private Mono<Void> guarded(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (!breaker.tryAcquirePermission()) {
      return Mono.error(new ServiceUnavailableException());
    }
    var begun = breaker.getCurrentTimestamp();
    var undecided = new AtomicBoolean(true);
    Consumer<Runnable> once =
        outcome -> {
          if (undecided.getAndSet(false)) {
            outcome.run();
          }
        };
    // The response is committed by the 101 or the headers that follow the service's own.
    exchange
        .getResponse()
        .beforeCommit(() -> Mono.fromRunnable(() -> once.accept(() -> succeeded(begun))));
    return chain
        .filter(exchange)
        .timeout(
            Mono.delay(giveUpAfter)
                .flatMap(time -> undecided.get() ? Mono.just(time) : Mono.never()))
        .doOnError(failure -> once.accept(() -> failed(begun, failure)))
        .doOnCancel(() -> once.accept(breaker::releasePermission));
  }

  private void succeeded(long begun) {
    breaker.onSuccess(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit());
  }

  private void failed(long begun, Throwable failure) {
    if (isRefusal(failure)) {
      succeeded(begun);
    } else {
      breaker.onError(breaker.getCurrentTimestamp() - begun, breaker.getTimestampUnit(), failure);
    }
  }

  private static boolean isRefusal(Throwable failure) {
    return failure instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError();
  }
}
