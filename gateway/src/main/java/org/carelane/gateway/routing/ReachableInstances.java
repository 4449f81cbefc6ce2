package org.carelane.gateway.routing;

import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;

/**
 * Stands behind the cache of those that are registered, so that what is found out counts at once.
 */
class ReachableInstances extends DelegatingServiceInstanceListSupplier {

  private final UnreachableInstances unreachable;

  ReachableInstances(ServiceInstanceListSupplier registered, UnreachableInstances unreachable) {
    super(registered);
    this.unreachable = unreachable;
  }

  @Override
  public Flux<List<ServiceInstance>> get() {
    return delegate.get().map(unreachable::leaveOut);
  }
}
