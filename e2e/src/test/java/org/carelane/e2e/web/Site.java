package org.carelane.e2e.web;

import java.net.URI;
import org.carelane.e2e.RunningFleet;
import org.carelane.testservers.Api;

/** Where the client is: at the gateway's root. */
final class Site {

  private Site() {}

  static String address(String path) {
    return base() + path;
  }

  static String base() {
    return RunningFleet.fleet().gateway().toString();
  }

  static boolean isServed() {
    var page = Api.at(URI.create(base())).with("Accept", "text/html").get("/");
    return page.status() == 200 && page.raw().contains("<div id=\"root\">");
  }
}
