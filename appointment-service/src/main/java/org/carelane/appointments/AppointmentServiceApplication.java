package org.carelane.appointments;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@OpenAPIDefinition(
    info =
        @Info(
            title = "Carelane: doctors and appointments",
            description =
                "Find a doctor and a free slot, book it, and follow or cancel the appointment."))
@SpringBootApplication
@ConfigurationPropertiesScan
public class AppointmentServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(AppointmentServiceApplication.class, args);
  }
}
