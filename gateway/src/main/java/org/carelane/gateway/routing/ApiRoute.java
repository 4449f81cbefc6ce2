package org.carelane.gateway.routing;

import static org.carelane.gateway.routing.BackendService.APPOINTMENTS;
import static org.carelane.gateway.routing.BackendService.AUTH;
import static org.carelane.gateway.routing.BackendService.CHAT;
import static org.carelane.gateway.routing.BackendService.NOTIFICATIONS;
import static org.carelane.gateway.routing.BackendService.PAYMENTS;

import java.util.List;

/**
 * The public API: which service answers which path. Other paths are not reachable. What is used for
 * different things is a route of its own, with a circuit breaker of its own: slow searches do not
 * keep anybody from booking. A request is compared with one route after the other, so those asked
 * for most come first.
 */
enum ApiRoute {
  DOCTORS("doctors", APPOINTMENTS, "/api/v1/doctors/**", "/api/v1/specializations/**"),
  BOOKINGS("appointments", APPOINTMENTS, "/api/v1/appointments/**"),
  SIGN_IN("auth", AUTH, "/api/v1/auth/**"),
  PAYMENT("payments", PAYMENTS, "/api/v1/payments/**"),
  INBOX("notifications", NOTIFICATIONS, "/api/v1/notifications/**"),
  CONVERSATIONS("conversations", CHAT, "/api/v1/conversations/**"),
  ACCOUNTS("accounts", AUTH, "/api/v1/admin/accounts/**"),
  SAGAS("sagas", APPOINTMENTS, "/api/v1/admin/sagas/**"),
  DEAD_BOOKINGS("appointment-dead-letters", APPOINTMENTS, deadLettersOf(APPOINTMENTS)),
  DEAD_PAYMENTS("payment-dead-letters", PAYMENTS, deadLettersOf(PAYMENTS)),
  DEAD_NOTIFICATIONS("notification-dead-letters", NOTIFICATIONS, deadLettersOf(NOTIFICATIONS)),
  DEAD_CHATS("chat-dead-letters", CHAT, deadLettersOf(CHAT)),
  SANDBOX("sandbox", PAYMENTS, "/api/v1/sandbox/**");

  private final String id;
  private final BackendService service;
  private final List<String> paths;

  ApiRoute(String id, BackendService service, String... paths) {
    this.id = id;
    this.service = service;
    this.paths = List.of(paths);
  }

  private static String deadLettersOf(BackendService service) {
    return "/api/v1/admin/dead-letters/" + service.id() + "/**";
  }

  /** The name of the route and of its circuit breaker, in metrics too. */
  String id() {
    return id;
  }

  BackendService service() {
    return service;
  }

  String[] paths() {
    return paths.toArray(String[]::new);
  }
}
