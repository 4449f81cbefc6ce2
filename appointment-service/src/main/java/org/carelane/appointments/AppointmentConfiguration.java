package org.carelane.appointments;

import org.carelane.accesstoken.PublicPaths;
import org.carelane.messaging.OutboxCollections;
import org.carelane.messaging.Topics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppointmentConfiguration {

  @Bean
  Topics appointmentTopics() {
    return new Topics(
            "payment.commands",
            "payment.events",
            "notification.commands",
            "notification.events",
            "appointment.events",
            "doctor.events")
        .andCompacted("account.events");
  }

  @Bean
  OutboxCollections appointmentOutboxes() {
    return new OutboxCollections("appointments", "doctors");
  }

  @Bean
  PublicPaths doctorsAndSlots() {
    return PublicPaths.reading("/api/v1/doctors", "/api/v1/doctors/**", "/api/v1/specializations");
  }
}
