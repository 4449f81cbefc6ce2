package org.carelane.gateway.routing;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/** One instance after the other, of those in the register that are not known to be unreachable. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = InstancesOfOneService.class)
class LoadBalancing {}
