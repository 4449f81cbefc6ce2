package org.carelane.e2e;

import static java.util.stream.Collectors.toSet;
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
  void bookingsOfDistinctSlotsNeverRefuseEachOtherAndAreOnOneTraceEach() {
    var slots = new ConcurrentLinkedQueue<String>();
    for (int i = 0; i < 4; i++) {
      slots.addAll(Clinic.open(6, 5).freeSlots());
    }
    int all = 2_000;
    assertThat(slots).hasSizeGreaterThanOrEqualTo(all);
    var traces = Traces.fromNow();
    var crowd = new ConcurrentLinkedQueue<>(CROWD);
    List<List<Traced>> booked =
        atOnce(PATIENTS, PATIENTS, () -> bookInTurn(crowd.remove(), slots, all / PATIENTS));
    var bookings = booked.stream().flatMap(List::stream).toList();
    assertThat(bookings).hasSize(all);
    Ledger.assertSettled(bookings.stream().map(Traced::booking).toList());
    var ids = bookings.stream().map(Traced::trace).collect(toSet());
    assertThat(ids).as("each booking begins a trace").hasSize(all);
    traces.awaitComplete(ids);
  }

  private record Traced(Booking booking, String trace) {}

  private static List<Traced> bookInTurn(
      Person patient, ConcurrentLinkedQueue<String> slots, int count) {
    List<Traced> booked = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      var slot = slots.remove();
      var reply = Booking.request(patient, slot, "card_ok");
      assertThat(reply.status()).as(reply.raw()).isEqualTo(202);
      var booking = new Booking(patient, slot, reply.text("id")).awaitEnd();
      assertThat(booking.status()).isEqualTo("CONFIRMED");
      booked.add(new Traced(booking, reply.header("X-Trace-Id")));
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
