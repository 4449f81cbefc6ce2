package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carelane.rest.Ids;
import org.carelane.testservers.Api.Reply;
import org.carelane.testservers.TestTokens;
import org.carelane.testservers.TravellingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AppointmentServiceIsRunning
class SlotDeletionTest {

  @LocalServerPort private int port;
  @Autowired private TravellingClock clock;
  private Clinic clinic;
  private List<String> slots;

  @BeforeEach
  void openTheClinic() {
    clinic = Clinic.openTomorrow(port);
    slots = clinic.freeSlots();
  }

  @AfterEach
  void returnToThePresent() {
    clock.returnHome();
  }

  @Test
  void aDeletedSlotIsGone() {
    var slot = slots.getFirst();
    assertThat(delete(slot).status()).isEqualTo(204);
    assertThat(clinic.freeSlots()).hasSize(15).doesNotContain(slot);
    assertThat(clinic.book(Ids.next(), slot).refused()).isEqualTo("404 not-found");
    assertThat(delete(slot).refused()).isEqualTo("404 not-found");
  }

  @Test
  void itCanBeOpenedAgain() {
    assertThat(delete(slots.getFirst()).status()).isEqualTo(204);
    var again = clinic.open(Clinic.TOMORROW, Clinic.TOMORROW, "09:00", "17:00", 30);
    assertThat(again.body().path("created").asInt()).isEqualTo(1);
    assertThat(clinic.freeSlots()).isEqualTo(slots);
  }

  @Test
  void whatIsHeldOrBookedStays() {
    var held = Saga.begin(clinic, Ids.next(), slots.getFirst());
    assertThat(delete(held.slot()).refused()).isEqualTo("409 slot-taken");
    held.confirmed();
    assertThat(delete(held.slot()).refused()).isEqualTo("409 slot-taken");
    held.cancelledByPatient();
    assertThat(delete(held.slot()).status()).isEqualTo(204);
  }

  @Test
  void aHoldThatHasLapsedKeepsNoSlot() {
    var unpaid = Saga.begin(clinic, Ids.next(), slots.getFirst());
    clock.travel(Duration.ofMinutes(3));
    unpaid.asked("RefundPayment");
    assertThat(delete(unpaid.slot()).status()).isEqualTo(204);
    unpaid.paymentSays("PaymentRefunded").is("CANCELLED");
    assertThat(clinic.freeSlots()).hasSize(15).doesNotContain(unpaid.slot());
  }

  @Test
  void aRangeIsDeletedButForWhatIsTaken() {
    clinic.open(Clinic.TOMORROW.plusDays(1), Clinic.TOMORROW.plusDays(2), "09:00", "10:00", 30);
    Saga.begin(clinic, Ids.next(), slots.getFirst());
    Saga.begin(clinic, Ids.next(), slots.getLast()).confirmed();
    assertDone(deleteRange(1), 14 + 2, 2);
    assertDone(deleteRange(1), 0, 2);
    assertThat(clinic.freeSlots()).isEmpty();
    var rest = Clinic.TOMORROW.plusDays(2);
    assertThat(clinic.api().get(clinic.slots() + "?from=" + rest + "&to=" + rest).each("id"))
        .hasSize(2);
  }

  @Test
  void whoeverComesFirstHasTheSlotAndNobodyHasHalfOfIt() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var slot : slots.subList(0, 8)) {
        List<Callable<Reply>> all = new ArrayList<>();
        all.add(() -> clinic.book(Ids.next(), slot));
        all.add(() -> delete(slot));
        all.add(() -> clinic.book(Ids.next(), slot));
        all.add(() -> deleteRange(0));
        var replies = threads.invokeAll(all).stream().map(it -> it.resultNow()).toList();
        var booked = List.of(replies.get(0), replies.get(2));
        var wins = booked.stream().filter(it -> it.status() == 202).count();
        assertThat(wins).isLessThanOrEqualTo(1);
        if (wins == 1) {
          assertThat(replies.get(1).refused()).isEqualTo("409 slot-taken");
          assertThat(delete(slot).refused()).isEqualTo("409 slot-taken");
        } else {
          assertThat(booked).allMatch(it -> it.refused().equals("404 not-found"));
          assertThat(delete(slot).refused()).isEqualTo("404 not-found");
        }
        clinic.open(Clinic.TOMORROW, Clinic.TOMORROW, "09:00", "17:00", 30);
      }
    }
  }

  @Test
  void rangesDeletedAtOnceDeleteEachSlotOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Reply>> all = List.of(() -> deleteRange(0), () -> deleteRange(0));
      int deleted = 0;
      for (var reply : threads.invokeAll(all)) {
        deleted += reply.resultNow().body().path("deleted").asInt();
      }
      assertThat(deleted).isEqualTo(16);
    }
  }

  @Test
  void onlyTheDoctorAndAdminsDelete() {
    var path = clinic.slots() + "/" + slots.getFirst();
    var other = clinic.api().as(TestTokens.doctor(Ids.next()));
    assertThat(clinic.api().send("DELETE", path, null).refused()).isEqualTo("401 unauthenticated");
    assertThat(clinic.asPatient("p").send("DELETE", path, null).refused())
        .isEqualTo("403 forbidden");
    assertThat(other.send("DELETE", path, null).refused()).isEqualTo("403 forbidden");
    assertThat(other.send("DELETE", range(0), null).refused()).isEqualTo("403 forbidden");
    assertThat(clinic.freeSlots()).isEqualTo(slots);
    assertThat(Clinic.admin(clinic.api()).send("DELETE", path, null).status()).isEqualTo(204);
  }

  @Test
  void whatIsNoSlotOfTheDoctorOrNoRangeIsRefused() {
    var anothers = Clinic.openTomorrow(port).freeSlots().getFirst();
    var day = clinic.doctor() + "_" + Clinic.TOMORROW;
    for (var no :
        List.of(anothers, day + "_2400", day + "_0905", "x", day.toUpperCase() + "_0900")) {
      assertThat(delete(no).refused()).as(no).isEqualTo("404 not-found");
    }
    assertThat(clinic.book(Ids.next(), day + "_2400").refused()).isEqualTo("404 not-found");
    for (var no :
        List.of(
            "",
            "?from=" + Clinic.TOMORROW,
            "?to=" + Clinic.TOMORROW,
            "?from=x&to=y",
            "?from=2027-01-02&to=2027-01-01",
            "?from=2027-01-01&to=2028-01-02")) {
      assertThat(clinic.asDoctor().send("DELETE", clinic.slots() + no, null).refused())
          .as(no)
          .isEqualTo("400 invalid-request");
    }
    assertThat(clinic.freeSlots()).isEqualTo(slots);
  }

  private Reply delete(String slot) {
    return clinic.asDoctor().send("DELETE", clinic.slots() + "/" + slot, null);
  }

  private Reply deleteRange(int moreDays) {
    return clinic.asDoctor().send("DELETE", range(moreDays), null);
  }

  private String range(int moreDays) {
    return clinic.slots()
        + "?from="
        + Clinic.TOMORROW
        + "&to="
        + Clinic.TOMORROW.plusDays(moreDays);
  }

  private static void assertDone(Reply reply, int deleted, int kept) {
    assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
    assertThat(reply.body().path("deleted").asInt()).isEqualTo(deleted);
    assertThat(reply.body().path("kept").asInt()).isEqualTo(kept);
    assertThat(reply.body().path("refused").isEmpty()).isTrue();
  }
}
