package org.carelane.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** The Eureka server. How quickly it notices comings and goings is set in application.yml. */
@SpringBootApplication
@EnableEurekaServer
public class DiscoveryApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(DiscoveryApplication.class, arguments);
  }
}
