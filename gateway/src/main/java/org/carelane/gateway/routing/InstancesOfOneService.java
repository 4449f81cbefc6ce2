package org.carelane.gateway.routing;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Spring Cloud creates this in a child context per service. */
class InstancesOfOneService {

  @Bean
  ServiceInstanceListSupplier reachableInstances(ConfigurableApplicationContext context) {
    return ServiceInstanceListSupplier.builder()
        .withDiscoveryClient()
        .withCaching()
        .with(
            (it, registered) ->
                new ReachableInstances(registered, it.getBean(UnreachableInstances.class)))
        .build(context);
  }
}
