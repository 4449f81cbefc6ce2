package org.carelane.gateway.routing;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Turns the table of the API into routes, each guarded by a circuit breaker of its own. */
@Configuration(proxyBeanMethods = false)
public class Routes {

  private static final String KEYS = "keys";
  private static final String LIVE = "live";
  private static final String STREAM = "notification-stream";
  private static final String STREAM_OF_NOTIFICATIONS = "/api/v1/notifications/stream";
  private static final PathPattern NOTIFICATIONS_AS_THEY_COME =
      PathPatternParser.defaultInstance.parse(STREAM_OF_NOTIFICATIONS);
  private static final String KEYS_OF_AUTH = "/.well-known/jwks.json";

  @Bean
  RouteLocator apiRoutes(
      RouteLocatorBuilder builder, CircuitBreakerRegistry breakers, BreakerProperties properties) {
    var routes =
        builder
            .routes()
            .route(
                STREAM,
                route ->
                    route
                        .path(STREAM_OF_NOTIFICATIONS)
                        .filters(
                            filters ->
                                filters
                                    .filter(
                                        new HandshakeBreaker(
                                            breakers.circuitBreaker(STREAM),
                                            properties.giveUpAfter()))
                                    .filter(new RetryFilter()))
                        .uri(BackendService.NOTIFICATIONS.uri()));
    for (var api : ApiRoute.values()) {
      routes.route(
          api.id(),
          route ->
              route
                  .path(api.paths())
                  .filters(filters -> guarded(filters, api.id()))
                  .uri(api.service().uri()));
    }
    return routes
        .route(
            KEYS,
            route ->
                route
                    .path(KEYS_OF_AUTH, "/api/v1" + KEYS_OF_AUTH)
                    .filters(filters -> guarded(filters, KEYS).setPath(KEYS_OF_AUTH))
                    .uri(BackendService.AUTH.uri()))
        .route(
            LIVE,
            route ->
                route
                    .path(RequestCheck.SOCKET)
                    .filters(
                        filters ->
                            filters
                                .filter(
                                    new HandshakeBreaker(
                                        breakers.circuitBreaker(LIVE), properties.giveUpAfter()))
                                .filter(new RetryFilter()))
                    .uri(BackendService.CHAT.uri()))
        .build();
  }

  /** What such a request opens stays open. */
  public static boolean isForStream(ServerHttpRequest request) {
    return NOTIFICATIONS_AS_THEY_COME.matches(request.getPath().pathWithinApplication())
        || request.getPath().value().equals(RequestCheck.SOCKET);
  }

  /**
   * Adds retries inside the route's circuit breaker: a call that fails is one failure, however
   * often it was tried.
   */
  public static GatewayFilterSpec guarded(GatewayFilterSpec filters, String route) {
    return filters.circuitBreaker(breaker -> breaker.setName(route)).filter(new RetryFilter());
  }
}
