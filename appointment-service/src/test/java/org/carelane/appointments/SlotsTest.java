package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppointmentServiceIsRunning
class SlotsTest {

  @LocalServerPort private int port;

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
    var day = Clinic.TOMORROW;
    var overlapping = clinic.open(day.minusDays(0), day.plusDays(1), "08:45", "09:15", 30);
    assertThat(overlapping.refused()).isEqualTo("409 slots-overlap");
    var free = clinic.api().get(clinic.slots() + "?from=" + day + "&to=" + day.plusDays(1));
    assertThat(free.each("id")).hasSize(16);
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
}
