package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.event.BeforeSaveEvent;

@AppointmentServiceIsRunning
class SlotsTest {

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private MongoTemplate mongo;

  @Test
  void slotsFillTheDailyHours() {
    var clinic = Clinic.openTomorrow(port);
    var free =
        clinic.api().get(clinic.slots() + "?from=" + Clinic.TOMORROW + "&to=" + Clinic.TOMORROW);
    assertThat(free.each("id")).hasSize(16).first().asString().endsWith("_0900");
    var first = free.body().at("/items/0");
    var start = Instant.parse(first.path("startsAt").asString());
    assertThat(start).isEqualTo(Clinic.TOMORROW.atTime(9, 0).atZone(Clinic.ZONE).toInstant());
    assertThat(Duration.between(start, Instant.parse(first.path("endsAt").asString())))
        .hasMinutes(30);
  }

  @Test
  void creatingThemAgainCreatesNothingTwice() {
    var clinic = Clinic.openTomorrow(port);
    var again = clinic.open(Clinic.TOMORROW, Clinic.TOMORROW, "09:00", "18:00", 30);
    assertThat(again.body().path("created").asInt()).isEqualTo(2);
    assertThat(again.body().path("existing").asInt()).isEqualTo(16);
    assertThat(clinic.freeSlots()).hasSize(18);
  }

  @Test
  void overlappingOnesAreRefusedAndNoneIsCreated() {
    var clinic = Clinic.openTomorrow(port);
    var overlapping = clinic.open(Clinic.TOMORROW, Clinic.TOMORROW, "08:45", "09:45", 30);
    assertThat(overlapping.refused()).isEqualTo("409 slots-overlap");
    assertThat(clinic.freeSlots()).hasSize(16);
  }

  @Test
  void aDayWithOverlappingOnesIsRefusedAloneAndNamed() {
    var clinic = Clinic.openTomorrow(port);
    var day = Clinic.TOMORROW;
    for (int created : List.of(2, 0)) {
      var reply = clinic.open(day, day.plusDays(1), "08:45", "09:45", 30);
      assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
      assertThat(reply.body().path("created").asInt()).isEqualTo(created);
      assertThat(reply.body().path("existing").asInt()).isEqualTo(2 - created);
      assertRefused(reply, day, "08:45");
    }
    assertThat(clinic.freeSlots()).hasSize(16);
  }

  @Test
  void aYearOpenedWhileAnotherOpensASlotInItSaysWhatItDidAndNothingElse() {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW;
    var middle = day.plusDays(182);
    Reply year;
    try (var _ = before(clinic, day, () -> clinic.open(middle, middle, "08:45", "09:15", 30))) {
      year = clinic.open(day, day.plusDays(364), "09:00", "17:00", 30);
    }
    assertThat(year.status()).as(year.raw()).isEqualTo(200);
    assertThat(year.body().path("created").asInt()).isEqualTo(364 * 16);
    assertRefused(year, middle, "09:00");

    var again = clinic.open(day, day.plusDays(364), "09:00", "17:00", 30);
    assertThat(again.body().path("created").asInt()).isZero();
    assertThat(again.body().path("existing").asInt()).isEqualTo(364 * 16);
    assertRefused(again, middle, "09:00");
    var there = clinic.slots() + "?from=" + middle + "&to=" + middle;
    assertThat(clinic.api().get(there).each("id"))
        .containsExactly(clinic.doctor() + "_" + middle + "_0845");
  }

  @Test
  void aYearThatWasCutOffInTheMiddleIsCompletedByOpeningItAgain() {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW;
    try (var _ = before(clinic, day.plusDays(182), SlotsTest::fail)) {
      var cutOff = clinic.open(day, day.plusDays(364), "09:00", "17:00", 30);
      assertThat(cutOff.refused()).isEqualTo("500 internal-error");
    }
    var again = clinic.open(day, day.plusDays(364), "09:00", "17:00", 30);
    assertThat(again.body().path("existing").asInt()).isEqualTo(182 * 16);
    assertThat(again.body().path("created").asInt()).isEqualTo(183 * 16);
    assertThat(again.body().path("refused").isEmpty()).isTrue();
  }

  @Test
  void noSlotIsLongerThanItsHoursInTheNightInWhichClocksGoForward() {
    var clinic = Clinic.closed(port);
    var rules = Clinic.ZONE.getRules();
    var forward = rules.nextTransition(Instant.now());
    if (!forward.isGap()) {
      forward = rules.nextTransition(forward.getInstant());
    }
    var night = forward.getDateTimeBefore().toLocalDate();
    var reply = clinic.open(night, night, "01:30", "03:30", 120);
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    assertThat(reply.body().path("created").asInt()).isZero();
    assertThat(clinic.open(night, night, "01:30", "03:30", 60).body().path("created").asInt())
        .isEqualTo(1);
  }

  /** Earlier releases opened slots that ended after their hours, even after their date. */
  @Test
  void aSlotThatReachesIntoTheNextDateIsNotOverlapped() {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW;
    var midnight = day.plusDays(1).atStartOfDay(Clinic.ZONE).toInstant();
    var late =
        new Document("start", midnight.minusSeconds(1800)).append("end", midnight.plusSeconds(900));
    mongo
        .getCollection("days")
        .insertOne(
            new Document("_id", clinic.doctor() + "_" + day)
                .append("revision", 1L)
                .append("slots", new Document("2330", late)));
    var next = day.plusDays(1);
    assertThat(clinic.open(next, next, "00:00", "01:00", 30).refused())
        .isEqualTo("409 slots-overlap");
    assertThat(clinic.open(next, next, "00:15", "01:15", 30).body().path("created").asInt())
        .isEqualTo(2);
  }

  @Test
  void weekendsAreLeftOutWhenAsked() {
    var clinic = Clinic.closed(port);
    var friday = Clinic.TOMORROW.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    clinic
        .asDoctor()
        .post(
            clinic.slots() + "/bulk",
            Map.of(
                "dateFrom",
                friday.toString(),
                "dateTo",
                friday.plusDays(3).toString(),
                "startTime",
                "10:00",
                "endTime",
                "11:00",
                "durationMinutes",
                60,
                "excludeWeekends",
                true));
    var free = clinic.api().get(clinic.slots() + "?from=" + friday + "&to=" + friday.plusDays(6));
    assertThat(free.each("id"))
        .containsExactly(
            clinic.doctor() + "_" + friday + "_1000",
            clinic.doctor() + "_" + friday.plusDays(3) + "_1000");
  }

  @Test
  void creatingAtOnceCreatesEachOnce() throws Exception {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies =
          IntStream.range(0, 20)
              .mapToObj(
                  _ ->
                      threads.submit(() -> clinic.open(day, day.plusDays(4), "09:00", "12:00", 20)))
              .toList();
      int created = 0;
      for (var reply : replies) {
        assertThat(reply.get().status()).isEqualTo(200);
        created += reply.get().body().path("created").asInt();
      }
      assertThat(created).isEqualTo(45);
    }
  }

  @Test
  void onlyTheDoctorAndAdminsCreateThem() {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW.toString();
    var body =
        Map.of(
            "dateFrom",
            day,
            "dateTo",
            day,
            "startTime",
            "09:00",
            "endTime",
            "10:00",
            "durationMinutes",
            30);
    var path = clinic.slots() + "/bulk";
    assertThat(clinic.api().post(path, body).refused()).isEqualTo("401 unauthenticated");
    assertThat(clinic.asPatient("p").post(path, body).refused()).isEqualTo("403 forbidden");
    assertThat(clinic.api().as(TestTokens.doctor(Ids.next())).post(path, body).refused())
        .isEqualTo("403 forbidden");
    assertThat(Clinic.admin(clinic.api()).post(path, body).status()).isEqualTo(200);
    assertThat(
            Clinic.admin(Api.at(port))
                .post("/api/v1/doctors/" + Ids.next() + "/slots/bulk", body)
                .refused())
        .isEqualTo("404 not-found");
  }

  @Test
  void badPlansAreRefused() {
    var clinic = Clinic.closed(port);
    var day = Clinic.TOMORROW;
    var yesterday = LocalDate.now(Clinic.ZONE).minusDays(1);
    List.of(
            clinic.open(yesterday, day, "09:00", "10:00", 30),
            clinic.open(day, day.minusDays(1), "09:00", "10:00", 30),
            clinic.open(day, day.plusYears(2), "09:00", "10:00", 30),
            clinic.open(day, day, "10:00", "09:00", 30),
            clinic.open(day, day, "09:00", "09:10", 30),
            clinic.open(day, day, "09:00", "10:00", 0),
            clinic.open(day, day, "09:00:30", "10:00", 30),
            clinic.open(LocalDate.MAX.minusDays(9), LocalDate.MAX, "09:00", "10:00", 30),
            clinic.api().get(clinic.slots() + "?from=" + day + "&to=" + day.plusDays(60)),
            clinic.api().get(clinic.slots() + "?from=yesterday"),
            clinic.api().get(clinic.slots() + "?from=%2B999999999-12-31"))
        .forEach(reply -> assertThat(reply.status()).as(reply.raw()).isEqualTo(400));
    assertThat(clinic.freeSlots()).isEmpty();
  }

  private static void assertRefused(Reply reply, LocalDate date, String time) {
    assertThat(reply.each("refused", "date")).containsExactly(date.toString());
    assertThat(reply.each("refused", "problem")).containsExactly("slots-overlap");
    var start = date.atTime(LocalTime.parse(time)).atZone(Clinic.ZONE).toInstant();
    assertThat(reply.each("refused", "startsAt")).containsExactly(start.toString());
  }

  /** Lets something happen right before a clinic's day is stored for the first time. */
  private Closeable before(Clinic clinic, LocalDate date, Runnable happening) {
    var listener =
        new ApplicationListener<BeforeSaveEvent<?>>() {
          @Override
          public void onApplicationEvent(BeforeSaveEvent<?> event) {
            var day = event.getDocument();
            if (day != null && (clinic.doctor() + "_" + date).equals(day.get("_id"))) {
              happening.run();
            }
          }
        };
    context.addApplicationListener(listener);
    return () -> context.removeApplicationListener(listener);
  }

  private interface Closeable extends AutoCloseable {

    @Override
    void close();
  }

  private static void fail() {
    throw new IllegalStateException("the lights go out");
  }
}
