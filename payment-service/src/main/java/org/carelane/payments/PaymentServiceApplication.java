package org.carelane.payments;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@OpenAPIDefinition(
    info =
        @Info(
            title = "Carelane: payments",
            description =
                "What appointments cost: taken when they are booked, given back when they are"
                    + " cancelled."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class PaymentServiceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PaymentServiceApplication.class, arguments);
  }
}
