package org.carelane.gateway.services;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Arrays;
import java.util.List;
import org.carelane.gateway.Problems;
import org.carelane.gateway.routing.BackendService;
import org.carelane.gateway.services.ServiceState.Instance;
import org.carelane.gateway.services.ServiceState.RouteState;
import org.carelane.gateway.services.ServiceState.Status;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers also when every service is away: then most of all. */
@RestController
class ServicesController {

  private final ReactiveDiscoveryClient register;
  private final Readiness readiness;
  private final RouteLocator routes;
  private final CircuitBreakerRegistry breakers;
  private final ApplicationAvailability own;
  private final String ownId;

  ServicesController(
      ReactiveDiscoveryClient register,
      Readiness readiness,
      RouteLocator routes,
      CircuitBreakerRegistry breakers,
      ApplicationAvailability own,
      @Value("${eureka.instance.instance-id:gateway}") String ownId) {
    this.register = register;
    this.readiness = readiness;
    this.routes = routes;
    this.breakers = breakers;
    this.own = own;
    this.ownId = ownId;
  }

  record Services(List<ServiceState> items) {}

  @GetMapping("/api/v1/admin/services")
  Mono<Services> services(ServerWebExchange exchange) {
    if (!exchange.getRequest().getQueryParams().isEmpty()) {
      throw Problems.invalidRequest(HttpStatus.BAD_REQUEST);
    }
    return routes
        .getRoutes()
        .collectList()
        .flatMap(
            all ->
                Flux.fromStream(Arrays.stream(BackendService.values()))
                    .flatMapSequential(service -> stateOf(service, all))
                    .startWith(gateway())
                    .collectList())
        .map(Services::new);
  }

  private ServiceState gateway() {
    var ready = own.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    var instance = new Instance(ownId, ready ? Status.UP : Status.DOWN);
    return new ServiceState("gateway", List.of(instance), List.of());
  }

  private Mono<ServiceState> stateOf(BackendService service, List<Route> all) {
    var theirs =
        all.stream()
            .filter(route -> route.getUri().toString().equals(service.uri()))
            .map(route -> new RouteState(route.getId(), breakerOf(route)))
            .toList();
    return register
        .getInstances(service.id())
        .flatMapSequential(readiness::of)
        .collectList()
        .map(instances -> new ServiceState(service.id(), instances, theirs));
  }

  /** A route that was not called yet has no breaker. */
  private CircuitBreaker.State breakerOf(Route route) {
    return breakers
        .find(route.getId())
        .map(CircuitBreaker::getState)
        .orElse(CircuitBreaker.State.CLOSED);
  }
}
