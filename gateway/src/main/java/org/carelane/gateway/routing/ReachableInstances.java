package org.carelane.gateway.routing;

import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Flux;

/** Leaves out unreachable instances. Applied after the cache of registered ones, so at once. */
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
