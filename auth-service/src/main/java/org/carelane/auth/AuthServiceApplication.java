package org.carelane.auth;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@OpenAPIDefinition(
    info =
        @Info(
            title = "Carelane: accounts and signing in",
            description =
                "Register, sign in and out, and the accounts of everyone for administrators."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(AuthServiceApplication.class, arguments);
  }
}
