package org.carelane.appointments.booking;

import org.carelane.documents.DueWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for sagas whose deadline has passed. */
@Configuration(proxyBeanMethods = false)
class BookingDeadlines {

  @Bean
  DueWork<String> passedDeadlines(
      Bookings bookings, BookingProcess process, BookingProperties properties) {
    return new DueWork<>(
        "Deadlines of bookings",
        properties.deadlinesEvery(),
        bookings::takeDue,
        process::checkDeadline);
  }
}
