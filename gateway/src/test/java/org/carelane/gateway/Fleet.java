package org.carelane.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Stand-ins for the services, one of each per JVM, listed for the gateway instead of Eureka. */
final class Fleet implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final StubService AUTH = StubService.start("auth-service");
  static final StubService APPOINTMENTS = StubService.start("appointment-service");
  static final StubService PAYMENTS = StubService.start("payment-service");
  static final StubService NOTIFICATIONS = StubService.start("notification-service");
  static final StubService CHAT = StubService.start("chat-service");
  static final LiveService LIVE = LiveService.start();
  static final TokenIssuer ISSUER = TokenIssuer.start();

  private static final Map<String, String> INSTANCES =
      Map.of(
          "auth-service", AUTH.url(),
          "appointment-service", APPOINTMENTS.url(),
          "payment-service", PAYMENTS.url(),
          "notification-service", NOTIFICATIONS.url(),
          "chat-service", LIVE.url(CHAT));

  static void answersAsUsual() {
    List.of(AUTH, APPOINTMENTS, PAYMENTS, NOTIFICATIONS, CHAT).forEach(StubService::answerAsUsual);
  }

  /**
   * All of them, except the one the property {@code test.absent} names, another instance where
   * {@code test.instead.<service>} says, and a second one where {@code test.second.<service>} does.
   */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var absent = context.getEnvironment().getProperty("test.absent", "");
    var instances = new HashMap<>(INSTANCES);
    instances.remove(absent);
    var properties = TestPropertyValues.of("eureka.client.enabled=false");
    properties = properties.and("carelane.jwks-uri=" + ISSUER.jwksUri());
    for (var instance : instances.entrySet()) {
      var name = instance.getKey();
      var second = context.getEnvironment().getProperty("test.second." + name);
      var first = context.getEnvironment().getProperty("test.instead." + name, instance.getValue());
      properties = properties.and(listed(name, 0, first));
      properties = second == null ? properties : properties.and(listed(name, 1, second));
    }
    properties.applyTo(context);
  }

  private static String listed(String service, int number, String uri) {
    return "spring.cloud.discovery.client.simple.instances.%s[%d].uri=%s"
        .formatted(service, number, uri);
  }
}
