package org.carelane.auth;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;

/** Speaks HTTP as the gateway does for one client: with the client's address. */
record Client(Api api) {

  /** A client from somewhere else than all others. */
  static Client at(int port) {
    return new Client(Api.at(port)).fromElsewhere();
  }

  Client fromElsewhere() {
    var random = ThreadLocalRandom.current();
    var address =
        "198.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    return new Client(api.with("X-Forwarded-For", address));
  }

  Client withBrowser(String userAgent) {
    return new Client(api.with("User-Agent", userAgent));
  }

  Client as(String accessToken) {
    return new Client(api.as(accessToken));
  }

  Client withKey(String key) {
    return new Client(api.withKey(key));
  }

  Reply register(String email, String password, String name) {
    return post(
        "/api/v1/auth/register", Map.of("email", email, "password", password, "name", name));
  }

  Reply login(String email, String password) {
    return post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  Reply refresh(String refreshToken) {
    return post("/api/v1/auth/refresh", Map.of("refreshToken", refreshToken));
  }

  Reply logout(String refreshToken) {
    return post("/api/v1/auth/logout", Map.of("refreshToken", refreshToken));
  }

  Reply me() {
    return get("/api/v1/auth/me");
  }

  Reply delete(String path) {
    return api.send("DELETE", path, null);
  }

  Reply patch(String path, Object body) {
    return api.patch(path, body);
  }

  Client with(String header, String value) {
    return new Client(api.with(header, value));
  }

  Reply get(String path) {
    return api.get(path);
  }

  Reply post(String path, Object body) {
    return api.post(path, body);
  }

  Reply postJson(String path, String json) {
    return api.send("POST", path, json);
  }
}
