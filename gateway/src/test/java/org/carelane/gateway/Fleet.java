package org.carelane.gateway;

import java.util.List;
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

  static void answersAsUsual() {
    List.of(AUTH, APPOINTMENTS, PAYMENTS, NOTIFICATIONS, CHAT).forEach(StubService::answerAsUsual);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "eureka.client.enabled=false",
            "carelane.jwks-uri=" + ISSUER.jwksUri(),
            instance("auth-service", AUTH.url()),
            instance("appointment-service", APPOINTMENTS.url()),
            instance("payment-service", PAYMENTS.url()),
            instance("notification-service", NOTIFICATIONS.url()),
            instance("chat-service", LIVE.url(CHAT)))
        .applyTo(context);
  }

  private static String instance(String service, String url) {
    return "spring.cloud.discovery.client.simple.instances." + service + "[0].uri=" + url;
  }
}
