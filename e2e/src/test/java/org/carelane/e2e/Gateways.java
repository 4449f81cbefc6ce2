package org.carelane.e2e;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.carelane.local.Fleet;
import org.carelane.testservers.Api;

/**
 * What stands in front of several gateways: it asks each for its readiness every so often, and
 * gives requests to those that were ready when last asked, one after the other. It never tries a
 * request twice.
 */
final class Gateways implements AutoCloseable {

  private static final int ASK_EVERY_MS = 250;

  private final Map<URI, URI> operations = new LinkedHashMap<>();
  private volatile List<URI> ready;
  private final AtomicInteger next = new AtomicInteger();
  private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();

  Gateways(Fleet fleet, String... names) {
    for (var name : names) {
      operations.put(fleet.address(name), fleet.operations(name));
    }
    ready = List.copyOf(operations.keySet());
    asking.scheduleWithFixedDelay(this::ask, 0, ASK_EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** The same caller, at the gateway whose turn it is. */
  Api of(Api caller) {
    var gateways = ready;
    var turn = Math.floorMod(next.getAndIncrement(), gateways.size());
    return new Api(gateways.get(turn), caller.headers());
  }

  /** When none is ready any will do: it is the request that finds out. */
  private void ask() {
    var now = operations.keySet().stream().filter(this::isReady).toList();
    ready = now.isEmpty() ? List.copyOf(operations.keySet()) : now;
  }

  private boolean isReady(URI gateway) {
    try {
      return Api.at(operations.get(gateway)).get("/actuator/health/readiness").status() == 200;
    } catch (RuntimeException away) {
      return false;
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
