package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.carelane.appointments.AppointmentServiceIsRunning;
import org.carelane.appointments.appointment.Appointment;
import org.carelane.appointments.appointment.StepTaken;
import org.carelane.rest.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** At a time of which no other test knows bookings. */
@AppointmentServiceIsRunning
class UnansweredPaymentsTest {

  private static final Instant NOW = Instant.parse("2031-03-01T10:00:00Z");
  private static final Duration WAITED = Duration.ofSeconds(20);

  @Autowired private Bookings bookings;
  @Autowired private MongoOperations mongo;

  private final AdmissionControl admission =
      new AdmissionControl(
          Samples.PROPERTIES, Clock.fixed(NOW, ZoneOffset.UTC), new SimpleMeterRegistry());

  @AfterEach
  void removeThem() {
    mongo.remove(
        Query.query(Criteria.where("appointment.requestedAt").gte(NOW.minusSeconds(3600))),
        Booking.class);
  }

  @Test
  void noneIsLetInWhileNobodyAnswers() {
    requested(20, WAITED, unpaid());
    assertThat(partRefused()).isOne();
  }

  @Test
  void onlyTheLatestCount() {
    requested(20, WAITED.plusSeconds(10), unpaid());
    requested(20, WAITED, paid());
    assertThat(partRefused()).isZero();
  }

  @Test
  void whoWasRequestedJustNowOrWhosePatientHasToActIsNotWaitedFor() {
    requested(20, Duration.ofSeconds(15), unpaid()); // a killed instance's partitions
    requested(20, WAITED, actionRequired());
    requested(20, Duration.ofMinutes(3), unpaid());
    assertThat(partRefused()).isZero();
  }

  @Test
  void aFewSlowCardsAreNoBacklog() {
    requested(9, WAITED, unpaid());
    assertThat(partRefused()).isZero();
  }

  private double partRefused() {
    new UnansweredPayments(
            bookings, admission, Samples.PROPERTIES, Clock.fixed(NOW, ZoneOffset.UTC))
        .look();
    return admission.partRefused();
  }

  private void requested(int count, Duration before, Booking like) {
    IntStream.range(0, count).forEach(_ -> bookings.insert(at(NOW.minus(before), like)));
  }

  private static Booking at(Instant requestedAt, Booking like) {
    var it = like.appointment();
    var appointment =
        new Appointment(
            it.slotId(),
            it.patient(),
            it.doctor(),
            it.doctorAccountId(),
            it.startsAt(),
            it.endsAt(),
            it.zone(),
            it.mode(),
            it.reason(),
            it.fee(),
            requestedAt,
            it.status(),
            it.cancellation(),
            it.steps());
    return new Booking(
        Ids.next(), null, appointment, like.terms(), like.state(), null, like.outbox(), null);
  }

  private static Booking unpaid() {
    var held = Samples.aNewBooking("a");
    return held.on(new BookingReply.Done(held.command().orElseThrow().commandId()), NOW);
  }

  private static Booking paid() {
    var unpaid = unpaid();
    return unpaid.on(new BookingReply.Done(unpaid.command().orElseThrow().commandId()), NOW);
  }

  private static Booking actionRequired() {
    var unpaid = unpaid();
    var command = unpaid.command().orElseThrow().commandId();
    var waiting = unpaid.on(new BookingReply.ActionRequired(command), NOW);
    assertThat(waiting.appointment().hasSeen(StepTaken.Outcome.ACTION_REQUIRED)).isTrue();
    return waiting;
  }
}
