package org.carelane.gateway.routing;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/** Round robin over the registered instances that are not known to be unreachable. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = InstancesOfOneService.class)
class LoadBalancerConfiguration {}
