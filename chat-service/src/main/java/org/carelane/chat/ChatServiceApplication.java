package org.carelane.chat;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@OpenAPIDefinition(
    info =
        @Info(
            title = "Carelane: conversations",
            description =
                "Messages between a patient and a doctor. Live over STOMP at /ws, see"
                    + " contracts/asyncapi.yaml."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChatServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ChatServiceApplication.class, arguments);
  }
}
