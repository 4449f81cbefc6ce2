package org.carelane.notifications;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.carelane.testservers.WithServers;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** One application context and one mail server for all integration tests; nobody waits long. */
@WithServers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "carelane.notifications.stream.heartbeat=300ms",
      "carelane.notifications.stream.per-account=3",
      "carelane.notifications.stream.at-once=24",
      "carelane.notifications.delivery.attempts=4",
      "carelane.notifications.delivery.first-backoff=500ms",
      "carelane.notifications.delivery.max-backoff=2s",
      "carelane.notifications.delivery.poll-every=100ms",
      "carelane.notifications.delivery.probe-every=200ms"
    })
@ContextConfiguration(initializers = NotificationServiceIsRunning.WithMailServer.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotificationServiceIsRunning {

  MailServer MAIL = MailServer.start();

  class WithMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      SpringApplication.getShutdownHandlers().add(MAIL::close);
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "mail server",
                  Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", MAIL.port())));
    }
  }
}
