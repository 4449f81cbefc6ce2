package org.carelane.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A register that notes what one instance says of itself, and reads out what it said last, to who
 * knows its password.
 */
final class RegisterStub implements AutoCloseable {

  static final String PASSWORD = "of-the-register";

  private static final String CREDENTIALS =
      "Basic " + Base64.getEncoder().encodeToString(("carelane:" + PASSWORD).getBytes(UTF_8));
  private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z_]+)\"");

  private final List<String> statuses = new CopyOnWriteArrayList<>();
  private volatile String instance = "";
  private volatile boolean readable = true;
  private volatile boolean sawStranger;
  private final HttpServer server;

  RegisterStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/eureka/apps", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/eureka/";
  }

  List<String> statuses() {
    return statuses;
  }

  /** Whether anybody has come without user and password. */
  boolean sawStranger() {
    return sawStranger;
  }

  void refuseToBeRead() {
    readable = false;
  }

  private void answer(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (!CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      sawStranger = true;
      reply(exchange, 401, "");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "POST" -> {
        note(body);
        reply(exchange, 204, "");
      }
      case "GET" -> reply(exchange, readable ? 200 : 403, applications());
      default -> reply(exchange, 200, "");
    }
  }

  private void note(String body) {
    var status = STATUS.matcher(body);
    if (status.find()) {
      statuses.add(status.group(1));
    }
    instance = body.substring("{\"instance\":".length(), body.length() - 1);
  }

  private String applications() {
    var application =
        instance.isEmpty() ? "" : "{\"name\":\"DRAINING\",\"instance\":[" + instance + "]}";
    return """
    {"applications":{"versions__delta":"1","apps__hashcode":"","application":[%s]}}
    """
        .formatted(application);
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 || status == 204 ? -1 : bytes.length);
    if (bytes.length > 0 && status != 204) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
