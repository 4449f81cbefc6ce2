package org.carelane.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service on a free port that remembers what it was asked. It can be stopped and come back. */
final class StubService {

  /** A request as the service saw it. */
  record Received(String method, String path, Headers headers, String body) {
    String header(String name) {
      return headers.getFirst(name);
    }
  }

  private final String name;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile HttpHandler handler;
  private volatile HttpServer server;
  private volatile boolean stopped;

  private StubService(String name) {
    this.name = name;
    server = listen(0);
    answerAsUsual();
  }

  static StubService start(String name) {
    return new StubService(name);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  List<Received> received() {
    return received;
  }

  Received lastReceived() {
    return received.getLast();
  }

  void answer(HttpHandler handler) {
    this.handler = handler;
  }

  /** Runs, says who it is, and forgets what it was asked before. */
  void answerAsUsual() {
    if (stopped) {
      startAgain();
    }
    received.clear();
    handler = exchange -> json(exchange, 200, "{\"service\":\"" + name + "\"}");
  }

  void stop() {
    stopped = true;
    server.stop(0);
  }

  void startAgain() {
    server = listen(port());
    stopped = false;
  }

  static void json(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private HttpServer listen(int port) {
    try {
      var started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/", this::handle);
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            body));
    handler.handle(exchange);
  }
}
