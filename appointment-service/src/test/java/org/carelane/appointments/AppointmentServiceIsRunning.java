package org.carelane.appointments;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carelane.testservers.TravellingClock;
import org.carelane.testservers.WithServers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** One application context for all integration tests. */
@WithServers
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "carelane.booking.undo-again-after=300ms",
      "carelane.booking.undo-again-at-most=1s",
      "carelane.booking.stuck-after=3",
      "carelane.booking.deadlines-every=100ms",
      // Many tests leave bookings unpaid.
      "carelane.booking.unanswered-every=1d",
      "carelane.doctors.await-account=1s",
      "carelane.messaging.sweep-after=5s"
    })
@Import(TravellingClock.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AppointmentServiceIsRunning {}
