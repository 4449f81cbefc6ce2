package org.carelane.gateway.services;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;

/**
 * How a service is.
 *
 * @param instances those the register knows; of the gateway the one that answers
 * @param routes to it; none to the gateway
 */
record ServiceState(String service, List<Instance> instances, List<RouteState> routes) {

  enum Status {
    UP,
    /** It answers that it is not ready. */
    DOWN,
    /** It does not answer, or not in time. */
    UNREACHABLE
  }

  record Instance(String id, Status status) {}

  /**
   * @param breaker OPEN while nothing is sent, HALF_OPEN while some calls try whether it is back
   */
  record RouteState(String id, CircuitBreaker.State breaker) {}
}
