package org.carelane.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

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
    server.createContext("/-/ready", StandIn::ok);
    server.createContext("/api/v1/doctors", StandIn::someDoctor);
    server.start();
  }

  /** So that there is no need of demo data. */
  private static void someDoctor(HttpExchange exchange) throws IOException {
    var page = "{\"items\":[{}]}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  private static void ok(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
