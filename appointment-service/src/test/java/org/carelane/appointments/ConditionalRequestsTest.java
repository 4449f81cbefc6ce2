package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppointmentServiceIsRunning
class ConditionalRequestsTest {

  @LocalServerPort private int port;
  private Clinic clinic;
  private String doctor;

  @BeforeEach
  void openTheClinic() {
    clinic = Clinic.openTomorrow(port);
    doctor = "/api/v1/doctors/" + clinic.doctor();
  }

  @Test
  void whatTheClientHasIsNotSentAgain() {
    var slots = clinic.slots() + "?from=" + Clinic.TOMORROW + "&to=" + Clinic.TOMORROW;
    for (var path : List.of("/api/v1/doctors?q=" + Ids.next(), doctor, slots)) {
      var first = clinic.api().get(path);
      assertThat(first.header("ETag")).as(path).startsWith("\"");
      assertThat(first.header("Cache-Control")).as(path).isEqualTo("no-cache");
      var again = clinic.api().with("If-None-Match", "\"x\", " + first.header("ETag")).get(path);
      assertThat(again.status()).as(path).isEqualTo(304);
      assertThat(again.raw()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }
  }

  @Test
  void whatHasChangedIsSent() {
    var seen = clinic.api().get(doctor).header("ETag");
    var slots = clinic.slots() + "?from=" + Clinic.TOMORROW + "&to=" + Clinic.TOMORROW;
    var slotsSeen = clinic.api().get(slots).header("ETag");
    clinic.asDoctor().patch(doctor, Map.of("about", "Skin"));
    clinic.book(Ids.next(), clinic.freeSlots().getFirst());
    assertThat(clinic.api().with("If-None-Match", seen).get(doctor).text("about"))
        .isEqualTo("Skin");
    assertThat(clinic.api().with("If-None-Match", slotsSeen).get(slots).each("id")).hasSize(15);
  }

  @Test
  void aChangeOfWhatWasSeenIsMade() {
    var seen = clinic.api().get(doctor).header("ETag");
    var changed = change(seen, "Skin");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag"))
        .isEqualTo(clinic.api().get(doctor).header("ETag"))
        .isNotEqualTo(seen);
    assertThat(change("\"x\", " + changed.header("ETag"), "Allergies").status()).isEqualTo(200);
    assertThat(change("*", "All").status()).isEqualTo(200);
  }

  @Test
  void aChangeOfWhatHasChangedIsNot() {
    var seen = clinic.api().get(doctor).header("ETag");
    assertThat(clinic.asDoctor().patch(doctor, Map.of("location", "Bonn")).status()).isEqualTo(200);
    var now = clinic.api().get(doctor).header("ETag");
    for (var other : List.of(seen, "\"x\"", "W/" + now)) {
      assertThat(change(other, "Skin").refused()).isEqualTo("412 precondition-failed");
    }
    assertThat(change("none", "Skin").status()).isIn(400, 412);
    assertThat(clinic.api().get(doctor).text("about")).isEqualTo("Skin and allergies");
  }

  @Test
  void ofManyWhoSawTheSameOneChangesIt() throws Exception {
    var seen = clinic.api().get(doctor).header("ETag");
    List<Callable<Reply>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var about = "Writer " + i;
      all.add(() -> change(seen, about));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          threads.invokeAll(all).stream().filter(it -> it.resultNow().status() == 200).count();
      assertThat(done).isEqualTo(1);
    }
  }

  private Reply change(String ifMatch, String about) {
    return clinic.asDoctor().with("If-Match", ifMatch).patch(doctor, Map.of("about", about));
  }
}
