package org.carelane.gateway.routing;

import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Spring Cloud has a context for each service, and in it one of these. */
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
