package org.carelane.auth;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** A replica of the service, or the service after a restart: same database, same broker. */
record AnotherProcess(ConfigurableApplicationContext context) implements AutoCloseable {

  private static final String SECRET = "carelane.auth.key-encryption-secret=";

  static AnotherProcess start(Environment first, Clock clock, String... properties) {
    var shared =
        Stream.of(
                "spring.mongodb.uri",
                "spring.mongodb.database",
                "spring.kafka.bootstrap-servers",
                "eureka.client.enabled")
            .map(name -> name + "=" + first.getRequiredProperty(name));
    boolean ownSecret = Stream.of(properties).anyMatch(it -> it.startsWith(SECRET));
    var usual =
        ownSecret
            ? Stream.of("server.port=0")
            : Stream.of("server.port=0", SECRET + AuthServiceIsRunning.SECRET);
    var arguments = Stream.of(shared, usual, Stream.of(properties)).flatMap(it -> it);
    var application =
        new SpringApplicationBuilder(AuthServiceApplication.class)
            .initializers(
                context ->
                    ((GenericApplicationContext) context).registerBean(Clock.class, () -> clock));
    return new AnotherProcess(
        application.run(arguments.map(it -> "--" + it).toArray(String[]::new)));
  }

  Client api() {
    return Client.at(context.getEnvironment().getRequiredProperty("local.server.port", int.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
