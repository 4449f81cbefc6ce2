package org.carelane.gateway.routing;

/** The services behind the gateway. */
public enum BackendService {
  AUTH("auth-service"),
  APPOINTMENTS("appointment-service"),
  PAYMENTS("payment-service"),
  NOTIFICATIONS("notification-service"),
  CHAT("chat-service");

  private final String id;

  BackendService(String id) {
    this.id = id;
  }

  /** The name it registers with. */
  public String id() {
    return id;
  }

  public String uri() {
    return "lb://" + id;
  }
}
