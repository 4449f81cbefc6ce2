package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Many at once. */
@Isolated
class ContentionTest {

  private static final int PATIENTS = 100;
  private static final List<Person> CROWD = atOnce(PATIENTS, 4, People::patient);

  @Test
  void oneOfAHundredGetsTheSlotAndTheOthersAreToldSo() {
    var slot = Clinic.open().freeSlots().getFirst();
    var crowd = new ConcurrentLinkedQueue<>(CROWD);
    List<Reply> replies =
        atOnce(PATIENTS, PATIENTS, () -> Booking.request(crowd.remove(), slot, "card_ok"));
    assertThat(replies).filteredOn(it -> it.status() == 202).hasSize(1);
    assertThat(replies).filteredOn(it -> it.refused().equals("409 slot-taken")).hasSize(99);
    var winner = replies.stream().filter(it -> it.status() == 202).findFirst().orElseThrow();
    var id = winner.text("id");
    var patient =
        CROWD.stream()
            .filter(it -> it.id().equals(winner.body().at("/patient/id").asString()))
            .findFirst()
            .orElseThrow();
    Ledger.assertSettled(List.of(new Booking(patient, slot, id).awaitStatus("CONFIRMED")));
  }

  @Test
  void bookingsOfDistinctSlotsNeverRefuseEachOther() {
    var slots = new ConcurrentLinkedQueue<String>();
    for (int i = 0; i < 4; i++) {
      slots.addAll(Clinic.open(6, 5).freeSlots());
    }
    int all = 2_000;
    assertThat(slots).hasSizeGreaterThanOrEqualTo(all);
    var crowd = new ConcurrentLinkedQueue<>(CROWD);
    List<List<Booking>> booked =
        atOnce(PATIENTS, PATIENTS, () -> bookInTurn(crowd.remove(), slots, all / PATIENTS));
    var bookings = booked.stream().flatMap(List::stream).toList();
    assertThat(bookings).hasSize(all);
    Ledger.assertSettled(bookings);
  }

  private static List<Booking> bookInTurn(
      Person patient, ConcurrentLinkedQueue<String> slots, int count) {
    List<Booking> booked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var booking = Booking.of(patient, slots.remove(), "card_ok");
      booked.add(booking.awaitEnd());
      assertThat(booking.status()).isEqualTo("CONFIRMED");
    }
    return booked;
  }

  private static <T> List<T> atOnce(int count, int threads, Callable<T> work) {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var all = IntStream.range(0, count).mapToObj(_ -> pool.submit(work)).toList();
      List<T> results = new ArrayList<>();
      for (var one : all) {
        results.add(one.get());
      }
      return results;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
