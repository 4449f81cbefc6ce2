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
    var port = System.getenv("SERVER_PORT");
    var operations = System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", port);
    var server = listening(port);
    if (operations.equals(port)) {
      server.createContext("/actuator/health/readiness", StandIn::ok);
    } else {
      listening(operations).createContext("/actuator/health/readiness", StandIn::ok);
    }
    server.createContext("/api-docs/", StandIn::ok);
    server.createContext("/-/ready", StandIn::ok);
    server.createContext("/api/v1/doctors", StandIn::someDoctor);
  }

  private static HttpServer listening(String port) throws IOException {
    var address = new InetSocketAddress(System.getenv("SERVER_ADDRESS"), Integer.parseInt(port));
    var server = HttpServer.create(address, 0);
    server.start();
    return server;
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
