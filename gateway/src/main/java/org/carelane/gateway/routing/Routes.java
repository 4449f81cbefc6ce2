package org.carelane.gateway.routing;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Turns the table of services into routes, each guarded by its service's circuit breaker. */
@Configuration(proxyBeanMethods = false)
public class Routes {

  @Bean
  RouteLocator apiRoutes(RouteLocatorBuilder builder) {
    var routes = builder.routes();
    for (var service : BackendService.values()) {
      routes.route(
          service.id(),
          route ->
              route
                  .path(service.paths())
                  .filters(filters -> guarded(filters, service))
                  .uri(service.uri()));
    }
    return routes
        .route(
            "keys",
            route ->
                route
                    .path("/api/v1/.well-known/jwks.json")
                    .filters(
                        filters ->
                            guarded(filters, BackendService.AUTH).setPath("/.well-known/jwks.json"))
                    .uri(BackendService.AUTH.uri()))
        // No breaker: a WebSocket stays open, there is no answer to wait for. The Host header is
        // kept,
        // because chat compares the page's origin with it.
        .route(
            "live",
            route ->
                route
                    .path("/ws")
                    .filters(GatewayFilterSpec::preserveHostHeader)
                    .uri(BackendService.CHAT.uri()))
        .build();
  }

  /**
   * Adds retries inside a circuit breaker: a call that fails is one failure, however often it was
   * tried.
   */
  public static GatewayFilterSpec guarded(GatewayFilterSpec filters, BackendService service) {
    return filters
        .circuitBreaker(breaker -> breaker.setName(service.id()))
        .filter(new RetryFilter());
  }
}
