package org.carelane.appointments.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.carelane.appointments.AppointmentServiceIsRunning;
import org.carelane.appointments.booking.BookingReply.Done;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

@AppointmentServiceIsRunning
class BookingDeadlinesTest {

  /** 12,000 with {@code -Dcarelane.deadlines=12000}, to see how long they take. */
  private static final int PASSED = Integer.getInteger("carelane.deadlines", 600);

  @Autowired private MongoTemplate mongo;

  /** As after an outage: all holds lapsed meanwhile. */
  @Test
  void manyThatPassAtOnceAreAllCarriedOn() {
    var passed = Instant.now().minus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MILLIS);
    mongo.insertAll(
        IntStream.range(0, PASSED).mapToObj(i -> awaitingPayment("lapsed-" + i, passed)).toList());
    var begun = Instant.now();
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> assertThat(overdueSince(passed)).isZero());
    System.out.printf(
        "%d passed deadlines were gone after %s%n", PASSED, Duration.between(begun, Instant.now()));
  }

  /** Nobody gives their money back, so they would be asked for it again and again. */
  @AfterEach
  void forgetThem() {
    mongo.remove(new Query(Criteria.where("_id").regex("^lapsed-")), Booking.class);
  }

  private static Booking awaitingPayment(String id, Instant until) {
    var begun = Samples.aNewBooking(id, until);
    var held = new Done(begun.command().orElseThrow().commandId());
    return begun.on(held, until).waitingUntil(until);
  }

  private long overdueSince(Instant deadline) {
    return mongo.count(new Query(Criteria.where("deadline").is(deadline)), Booking.class);
  }
}
