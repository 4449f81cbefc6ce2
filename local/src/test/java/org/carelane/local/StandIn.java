package org.carelane.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Plays any service: ready at once, or unable to start where its environment says so. */
final class StandIn {

  static final String FAILS = "STAND_IN_FAILS";

  public static void main(String[] args) throws IOException {
    if (System.getenv(FAILS) != null) {
      System.out.println("the stand-in was told to fail");
      System.exit(3);
    }
    int port = Integer.parseInt(System.getenv("SERVER_PORT"));
    var server = HttpServer.create(new InetSocketAddress(System.getenv("SERVER_ADDRESS"), port), 0);
    server.createContext("/actuator/health/readiness", StandIn::ok);
    server.createContext("/api-docs/", StandIn::ok);
    server.start();
  }

  private static void ok(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
