package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient has booked the third slot of tomorrow, the first, and one of the day after. */
@AppointmentServiceIsRunning
class AppointmentFiltersTest {

  private static final String APPOINTMENTS = "/api/v1/appointments";

  @LocalServerPort private int port;
  private Clinic clinic;
  private String patient;
  private String third;
  private String first;
  private String dayAfter;

  @BeforeEach
  void book() {
    clinic = Clinic.openTomorrow(port);
    patient = Ids.next();
    var next = Clinic.TOMORROW.plusDays(1);
    clinic.open(next, next, "00:00", "01:00", 30);
    third = booked(clinic.freeSlots().get(2));
    first = booked(clinic.freeSlots().getFirst());
    dayAfter = booked(clinic.doctor() + "_" + next + "_0000");
  }

  @Test
  void comeByStartWhenDatesAreGivenAndByRequestOtherwise() {
    assertThat(list("")).containsExactly(dayAfter, first, third);
    assertThat(list("?from=" + Clinic.TOMORROW)).containsExactly(first, third, dayAfter);
    assertThat(list("?sort=startsAt")).containsExactly(first, third, dayAfter);
    assertThat(list("?sort=-startsAt")).containsExactly(dayAfter, third, first);
    assertThat(list("?sort=-requestedAt&from=" + Clinic.TOMORROW))
        .containsExactly(dayAfter, first, third);
  }

  @Test
  void datesAreThoseOfTheZone() {
    var day = "from=" + Clinic.TOMORROW + "&to=" + Clinic.TOMORROW;
    assertThat(list("?" + day + "&zone=Europe/Berlin")).containsExactly(first, third);
    assertThat(list("?" + day)).as("in UTC").containsExactly(first, third, dayAfter);
    assertThat(list("?to=" + Clinic.TOMORROW.minusDays(1))).isEmpty();
  }

  @Test
  void byStatusDoctorAndPatient() {
    var path = APPOINTMENTS + "/" + third + "/cancel";
    assertThat(clinic.asPatient(patient).post(path).status()).isEqualTo(202);
    assertThat(list("?status=PENDING")).containsExactly(dayAfter, first);
    assertThat(list("?status=PENDING&status=CANCELLING&sort=startsAt"))
        .containsExactly(first, third, dayAfter);
    assertThat(list("?doctorId=" + clinic.doctor())).hasSize(3);
    assertThat(list("?doctorId=" + Ids.next())).isEmpty();
    var doctor = clinic.asDoctor();
    assertThat(doctor.get(APPOINTMENTS + "?patientId=" + patient).each("id")).hasSize(3);
    assertThat(Clinic.admin(clinic.api()).get(APPOINTMENTS + "?patientId=" + patient).each("id"))
        .hasSize(3);
    assertThat(doctor.get(APPOINTMENTS + "?patientId=" + Ids.next()).each("id")).isEmpty();
  }

  @Test
  void anothersAppointmentsAreAnEmptyPage() {
    var stranger = clinic.asPatient(Ids.next());
    for (var filter : List.of("patientId=" + patient, "doctorId=" + clinic.doctor())) {
      var page = stranger.get(APPOINTMENTS + "?" + filter);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.each("id")).isEmpty();
    }
  }

  @Test
  void pagesGoOnInTheirOrder() {
    assertThat(pages("?sort=startsAt")).containsExactly(first, third, dayAfter);
    assertThat(pages("?sort=-startsAt&status=PENDING")).containsExactly(dayAfter, third, first);
    assertThat(pages("?sort=-requestedAt")).containsExactly(dayAfter, first, third);
    assertThat(pages("?from=" + Clinic.TOMORROW)).containsExactly(first, third, dayAfter);
  }

  @Test
  void aCursorOfAnotherSortIsRefused() {
    var sorts = List.of("startsAt", "-startsAt", "-requestedAt");
    for (var one : sorts) {
      var cursor = get("?limit=1&sort=" + one).nextCursor();
      for (var other : sorts) {
        var reply = get("?limit=1&sort=" + other + "&cursor=" + cursor);
        assertThat(reply.status()).as(one + other).isEqualTo(one.equals(other) ? 200 : 400);
      }
    }
  }

  @Test
  void whatCannotBeUnderstoodIsRefused() {
    for (var bad :
        List.of(
            "from=tomorrow",
            "from=2027-02-30",
            "to=%2B12027-01-01",
            "from=2027-01-02&to=2027-01-01",
            "zone=Mars/Olympus",
            "zone=EST",
            "status=LOST",
            "sort=fee")) {
      assertThat(get("?" + bad).refused()).as(bad).isEqualTo("400 invalid-request");
    }
  }

  private String booked(String slot) {
    return Saga.begin(clinic, patient, slot).id();
  }

  private List<String> list(String query) {
    return get(query).each("id");
  }

  private Reply get(String query) {
    Api theirs = clinic.asPatient(patient);
    return theirs.get(APPOINTMENTS + query);
  }

  private List<String> pages(String query) {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = get(query + "&limit=1&cursor=" + cursor);
      seen.addAll(page.each("id"));
      cursor = page.nextCursor();
    } while (cursor != null);
    return seen;
  }
}
