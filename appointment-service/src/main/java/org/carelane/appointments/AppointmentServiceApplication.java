package org.carelane.appointments;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class AppointmentServiceApplication {

  public static void main(String[] args) {
    SpringApplication.run(AppointmentServiceApplication.class, args);
  }
}
