package org.carelane.gateway.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.LoadBalancerLifecycle;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.stereotype.Component;

/**
 * The instances that could not be connected to lately. A killed instance stays in the register
 * until its lease ends; here it is left out from the first failed request on.
 */
@Component
class UnreachableInstances implements LoadBalancerLifecycle<Object, Object, ServiceInstance> {

  private static final Logger log = LoggerFactory.getLogger(UnreachableInstances.class);

  private final Cache<String, Boolean> unreachable;

  UnreachableInstances(UnreachableProperties properties) {
    unreachable = Caffeine.newBuilder().expireAfterWrite(properties.leaveOutFor()).build();
  }

  /** Those that may be called: all of them if every one is unreachable. */
  List<ServiceInstance> leaveOut(List<ServiceInstance> instances) {
    var reachable =
        instances.stream().filter(it -> unreachable.getIfPresent(address(it)) == null).toList();
    return reachable.isEmpty() ? instances : reachable;
  }

  @Override
  public void onComplete(CompletionContext<Object, ServiceInstance, Object> call) {
    var response = call.getLoadBalancerResponse();
    var instance = response == null ? null : response.getServer();
    if (instance != null && isNotConnected(call.getThrowable())) {
      note(address(instance));
    }
  }

  private void note(String address) {
    if (unreachable.asMap().put(address, true) == null) {
      log.warn("{} is not reachable", address);
    }
  }

  private static String address(ServiceInstance instance) {
    return instance.getHost() + ":" + instance.getPort();
  }

  /** Whether a call failed before anything was sent, so that it can be repeated. */
  static boolean isNotConnected(@Nullable Throwable failure) {
    return failure instanceof ConnectException // refused, or not answered in time
        || failure instanceof NoRouteToHostException
        || failure instanceof UnknownHostException;
  }

  @Override
  public void onStart(Request<Object> request) {}

  @Override
  public void onStartRequest(Request<Object> request, Response<ServiceInstance> instance) {}
}
