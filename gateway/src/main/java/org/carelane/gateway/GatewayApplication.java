package org.carelane.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import reactor.netty.ReactorNetty;

@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

  /**
   * Connections are accepted on a thread of its own: a worker accepts no more than 16 between two
   * rounds of its other work, and they would wait for as long as it is busy.
   */
  public static void main(String[] arguments) {
    System.setProperty(ReactorNetty.IO_SELECT_COUNT, "1");
    SpringApplication.run(GatewayApplication.class, arguments);
  }
}
