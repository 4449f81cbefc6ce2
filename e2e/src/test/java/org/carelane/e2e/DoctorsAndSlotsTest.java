package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoctorsAndSlotsTest {

  @Test
  void anyoneFindsADoctorAndFreeSlots() {
    var clinic = Clinic.open();
    var anyone = RunningFleet.api();
    assertThat(anyone.get("/api/v1/doctors?specialization=Dermatology").status()).isEqualTo(200);
    assertThat(anyone.get(clinic.path()).text("name")).isEqualTo("Dr. Lena Brandt");
    var day = Clinic.TOMORROW;
    assertThat(anyone.get(clinic.path() + "/slots?from=" + day + "&to=" + day).each("id"))
        .hasSize(16);
    assertThat(anyone.get("/api/v1/specializations").raw()).contains("Dermatology");
  }

  @Test
  void slotsCreatedAgainAreNotCreatedTwiceAndOverlapsAreRefused() {
    var clinic = Clinic.open();
    var day = Clinic.TOMORROW;
    var again = clinic.createSlots(day, day, "09:00", "17:00", 30);
    assertThat(again.body().path("created").asInt()).isZero();
    assertThat(again.body().path("existing").asInt()).isEqualTo(16);
    assertThat(clinic.createSlots(day, day, "09:15", "10:00", 30).refused())
        .isEqualTo("409 slots-overlap");
    assertThat(clinic.freeSlots()).hasSize(16);
  }

  @Test
  void weekendsAreExcludedWhenAsked() {
    var clinic = Clinic.closed();
    var saturday = Clinic.TOMORROW.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    var opened =
        People.admin()
            .api()
            .post(
                clinic.path() + "/slots/bulk",
                Map.of(
                    "dateFrom",
                    saturday.toString(),
                    "dateTo",
                    saturday.plusDays(2).toString(),
                    "startTime",
                    "10:00",
                    "endTime",
                    "11:00",
                    "durationMinutes",
                    60,
                    "excludeWeekends",
                    true));
    assertThat(opened.body().path("created").asInt()).isEqualTo(1);
  }

  @Test
  void aDoctorWhoseAccountIsDisabledIsGoneUntilItIsEnabled() {
    var clinic = Clinic.open();
    var account = "/api/v1/admin/accounts/" + clinic.doctor().id();
    var patient = People.patient();
    var free = clinic.freeSlots();
    var before = Booking.of(patient, free.getFirst(), "card_ok");

    assertThat(People.admin().api().post(account + "/disable").status()).isEqualTo(200);
    await().atMost(Booking.PATIENCE).until(() -> clinic.freeSlots().isEmpty());
    var refused = Booking.request(patient, free.getLast(), "card_ok");
    assertThat(refused.refused()).isEqualTo("409 doctor-not-bookable");
    var toBeMoved = "/api/v1/appointments?limit=100&doctorDisabled=true";
    assertThat(People.admin().api().get(toBeMoved).each("id")).contains(before.id());

    assertThat(People.admin().api().post(account + "/enable").status()).isEqualTo(200);
    await().atMost(Booking.PATIENCE).until(() -> clinic.freeSlots().size() == free.size() - 1);
  }

  @Test
  void pastSlotsAndStrangersAreRefused() {
    var clinic = Clinic.open();
    var yesterday = LocalDate.now(Clinic.ZONE).minusDays(1);
    assertThat(clinic.createSlots(yesterday, yesterday, "09:00", "10:00", 30).refused())
        .isEqualTo("400 invalid-request");
    var stranger = new Clinic(People.doctor());
    var body =
        Map.of(
            "dateFrom",
            Clinic.TOMORROW.toString(),
            "dateTo",
            Clinic.TOMORROW.toString(),
            "startTime",
            "18:00",
            "endTime",
            "19:00",
            "durationMinutes",
            30);
    assertThat(stranger.doctor().api().post(clinic.path() + "/slots/bulk", body).refused())
        .isEqualTo("403 forbidden");
  }
}
