package org.carelane.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/**
 * What a service says to Eureka and hears from it.
 *
 * @param password empty for one who knows none
 */
record Register(int port, String password) {

  static final String PASSWORD = "of-the-test";

  Register(int port) {
    this(port, PASSWORD);
  }

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  int register(String name, int leaseSeconds) throws IOException, InterruptedException {
    var instance =
        """
        {"instance": {
          "instanceId": "%1$s:1", "app": "%1$s", "vipAddress": "%1$s",
          "hostName": "127.0.0.1", "ipAddr": "127.0.0.1", "status": "UP",
          "port": {"$": 1, "@enabled": "true"},
          "leaseInfo": {"durationInSecs": %2$d, "renewalIntervalInSecs": 1},
          "dataCenterInfo": {
            "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"}}}
        """
            .formatted(name, leaseSeconds);
    return send(HttpRequest.newBuilder(at("/eureka/apps/" + name))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(instance)))
        .statusCode();
  }

  int renew(String name) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at("/eureka/apps/" + name + "/" + name + ":1"))
            .PUT(BodyPublishers.noBody()))
        .statusCode();
  }

  String get(String path) throws IOException, InterruptedException {
    var answer = read(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  HttpResponse<String> read(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(at(path)).header("Accept", "application/json, text/plain"));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!password.isEmpty()) {
      var credentials =
          Base64.getEncoder().encodeToString(("carelane:" + password).getBytes(UTF_8));
      request.header("Authorization", "Basic " + credentials);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString(UTF_8));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
