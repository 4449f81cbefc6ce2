package org.carelane.chat;

import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A second replica: same database, same broker. */
record AnotherReplica(ConfigurableApplicationContext context) implements AutoCloseable {

  static AnotherReplica start(Environment first) {
    var shared =
        Stream.of(
                "spring.mongodb.uri",
                "spring.mongodb.database",
                "spring.kafka.bootstrap-servers",
                "carelane.jwks-uri",
                "eureka.client.enabled")
            .map(name -> "--" + name + "=" + first.getRequiredProperty(name));
    var arguments = Stream.concat(shared, Stream.of("--server.port=0")).toArray(String[]::new);
    return new AnotherReplica(
        new SpringApplicationBuilder(ChatServiceApplication.class).run(arguments));
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
