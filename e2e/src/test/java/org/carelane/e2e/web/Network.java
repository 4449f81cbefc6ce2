package org.carelane.e2e.web;

import com.microsoft.playwright.Page.RouteOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies between a visitor and the gateway. */
final class Network {

  private final Visitor visitor;
  private final AtomicInteger renewals = new AtomicInteger();

  Network(Visitor visitor) {
    this.visitor = visitor;
    visitor
        .page()
        .onResponse(
            response -> {
              if (response.url().endsWith("/api/v1/auth/refresh") && response.ok()) {
                renewals.incrementAndGet();
              }
            });
  }

  /** The next request for this path, without a query, is answered as when the token has ended. */
  void refuseTokenOnce(String path) {
    var refusal =
        new FulfillOptions()
            .setStatus(401)
            .setContentType("application/problem+json")
            .setBody("{\"type\":\"urn:carelane:problem:unauthenticated\",\"status\":401}");
    visitor
        .page()
        .route(Site.address(path), route -> route.fulfill(refusal), new RouteOptions().setTimes(1));
  }

  /** How often the access token has been renewed since. */
  int renewals() {
    return renewals.get();
  }

  void lose() {
    visitor.expectingLostNetwork();
    visitor.page().context().setOffline(true);
  }

  void find() {
    visitor.page().context().setOffline(false);
  }
}
