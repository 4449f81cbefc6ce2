package org.carelane.gateway.routing;

import java.util.List;

/** The services and their paths: the whole public API. Other paths are not reachable. */
public enum BackendService {
  AUTH("auth-service", "/api/v1/auth/**", "/api/v1/admin/accounts/**", "/.well-known/jwks.json"),
  APPOINTMENTS(
      "appointment-service",
      "/api/v1/doctors/**",
      "/api/v1/specializations/**",
      "/api/v1/appointments/**",
      "/api/v1/admin/sagas/**",
      "/api/v1/admin/dead-letters/appointment-service/**"),
  PAYMENTS(
      "payment-service",
      "/api/v1/payments/**",
      "/api/v1/sandbox/**",
      "/api/v1/admin/dead-letters/payment-service/**"),
  NOTIFICATIONS(
      "notification-service",
      "/api/v1/notifications/**",
      "/api/v1/admin/dead-letters/notification-service/**"),
  CHAT("chat-service", "/api/v1/conversations/**", "/api/v1/admin/dead-letters/chat-service/**");

  private final String id;
  private final List<String> paths;

  BackendService(String id, String... paths) {
    this.id = id;
    this.paths = List.of(paths);
  }

  /** The name it registers with. */
  public String id() {
    return id;
  }

  public String uri() {
    return "lb://" + id;
  }

  String[] paths() {
    return paths.toArray(String[]::new);
  }
}
