package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a booking that goes well costs in commands to the database and records on Kafka, so that it
 * cannot grow unnoticed. Prints the table.
 */
@Isolated
class BookingCostTest {

  private static final int BOOKINGS = 20;
  private static final List<String> SERVICES =
      List.of("appointment-service", "payment-service", "notification-service", "chat-service");
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final List<String> TOPICS =
      List.of(
          "payment.commands",
          "payment.events",
          "notification.commands",
          "notification.events",
          "appointment.events");

  /** Bookings of one patient at once wait for each other, which costs writes of its own. */
  private static final List<People.Person> PATIENTS =
      Stream.generate(People::patient).limit(7).toList();

  private static final Queue<String> SLOTS = new ArrayDeque<>(Clinic.open(3, 30).freeSlots());

  /** It also begins the conversation of patient and doctor. */
  @BeforeAll
  static void firstOfEachPair() {
    PATIENTS.forEach(patient -> book(patient, SLOTS.remove()));
    settle();
  }

  /** Published messages are taken out of three documents each time; under load that is shared. */
  @Test
  void oneByOne() {
    var cost =
        costOf("one by one", wanted -> wanted.forEach(slot -> book(PATIENTS.getFirst(), slot)));
    assertThat(cost.writes()).isLessThanOrEqualTo(10);
    assertThat(cost.records()).isEqualTo(5);
  }

  @Test
  void manyAtOnce() {
    var cost =
        costOf(
            "many at once",
            wanted ->
                IntStream.range(0, wanted.size())
                    .parallel()
                    .mapToObj(
                        i ->
                            Booking.of(PATIENTS.get(i % PATIENTS.size()), wanted.get(i), "card_ok"))
                    .toList()
                    .forEach(booking -> booking.awaitStatus("CONFIRMED")));
    assertThat(cost.writes()).isLessThanOrEqualTo(8);
    assertThat(cost.records()).isEqualTo(5);
  }

  private record Cost(double writes, double records) {}

  private static void book(People.Person patient, String slot) {
    Booking.of(patient, slot, "card_ok").awaitStatus("CONFIRMED");
  }

  private Cost costOf(String name, Consumer<List<String>> booking) {
    var writes = writes();
    var records = records();
    booking.accept(Stream.generate(SLOTS::remove).limit(BOOKINGS).toList());
    settle();
    var more = writes();
    more.forEach(
        (command, count) ->
            System.out.printf(
                "A booking (%s): %-45s %5.2f%n",
                name, command, (count - writes.getOrDefault(command, 0.0)) / BOOKINGS));
    var cost =
        new Cost((sum(more) - sum(writes)) / BOOKINGS, (records() - records) / (double) BOOKINGS);
    System.out.printf(
        "A booking (%s): %.2f writes, %.2f records%n", name, cost.writes(), cost.records());
    return cost;
  }

  private static double sum(TreeMap<String, Double> counts) {
    return counts.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** By service and command, since the start. */
  private static TreeMap<String, Double> writes() {
    var writes = new TreeMap<String, Double>();
    for (var service : SERVICES) {
      for (var command : WRITES) {
        writes.put(
            service + " " + command,
            count(service, command) - count(service, command, "collection=\"sandbox_ledger\""));
      }
    }
    return writes;
  }

  /** The sandbox's ledger is the provider's, and not of a booking. */
  private static double count(String service, String command, String... more) {
    var labels = Stream.concat(Stream.of("command=\"" + command + "\""), Stream.of(more));
    return Metrics.sum(
        service, "mongodb_driver_commands_seconds_count", labels.toArray(String[]::new));
  }

  private static long records() {
    return TOPICS.stream().mapToLong(topic -> Broker.records(topic).size()).sum();
  }

  /** All is read, and nobody writes any more. */
  private static void settle() {
    Broker.awaitEverythingRead();
    await("quiet")
        .atMost(Booking.PATIENCE)
        .pollInterval(Duration.ofSeconds(3))
        .until(new QuietSince());
  }

  private static final class QuietSince implements Callable<Boolean> {
    private double seen = -1;

    @Override
    public Boolean call() {
      double now = sum(writes());
      boolean quiet = now == seen;
      seen = now;
      return quiet;
    }
  }
}
