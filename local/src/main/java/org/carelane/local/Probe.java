package org.carelane.local;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;

/** Checks whether a server works, not only whether its port is open. */
@FunctionalInterface
interface Probe {

  Duration PATIENCE = Duration.ofSeconds(5);

  boolean isReady() throws InterruptedException;

  static Probe health(String address) {
    return http("http://" + address + "/actuator/health/readiness");
  }

  /** Ready when the answer is 200. */
  static Probe http(String address) {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    return () -> {
      try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
        return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException notYet) {
        return false;
      }
    };
  }

  static Probe mongodb(String uri) {
    var separator = uri.contains("?") ? "&" : uri.matches("mongodb(\\+srv)?://[^/]+") ? "/?" : "?";
    var impatient = uri + separator + "serverSelectionTimeoutMS=" + PATIENCE.toMillis();
    return () -> {
      try (var client = MongoClients.create(impatient)) {
        client.getDatabase("admin").runCommand(new Document("ping", 1));
        return true;
      } catch (MongoException notYet) {
        return false;
      }
    };
  }

  /**
   * Asks for the cluster's nodes: a broker that is fenced or has no controller is not among them.
   */
  static Probe kafka(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", bootstrapServers,
            "request.timeout.ms", (int) PATIENCE.toMillis(),
            "default.api.timeout.ms", (int) PATIENCE.toMillis());
    return () -> {
      try (var admin = Admin.create(settings)) {
        var nodes = admin.describeCluster().nodes();
        return !nodes.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).isEmpty();
      } catch (ExecutionException | TimeoutException notYet) {
        return false;
      }
    };
  }

  static Probe smtp(int port) {
    return () -> {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var reader =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        var greeting = reader.readLine();
        socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
        return greeting != null && greeting.startsWith("220");
      } catch (IOException notYet) {
        return false;
      }
    };
  }
}
