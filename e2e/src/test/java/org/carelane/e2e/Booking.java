package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.carelane.e2e.People.Person;
import org.carelane.testservers.Api;
import org.carelane.testservers.Api.Reply;

/** One booking as its patient sees it. */
public record Booking(Person patient, String slot, String id) {

  static final String APPOINTMENTS = "/api/v1/appointments";
  public static final Duration PATIENCE = Duration.ofSeconds(120);

  public static Booking of(Person patient, String slot, String paymentMethod) {
    var reply = request(patient, slot, paymentMethod);
    assertThat(reply.status()).as(reply.raw()).isEqualTo(202);
    assertThat(reply.header("Location")).isEqualTo(APPOINTMENTS + "/" + reply.text("id"));
    return new Booking(patient, slot, reply.text("id"));
  }

  /** As a client that tries again when too many bookings are under way. */
  static Reply requestUntilAdmitted(Person patient, String slot) {
    var reply =
        await("a booking of " + slot + " is admitted")
            .atMost(PATIENCE)
            .until(() -> request(patient, slot, "card_ok"), it -> it.status() != 503);
    assertThat(reply.status()).as(reply.raw()).isEqualTo(202);
    return reply;
  }

  static Reply request(Person patient, String slot, String paymentMethod) {
    return request(patient.api(), wish(slot, paymentMethod));
  }

  /** With a key of its own, as it is demanded. */
  static Reply request(Api api, Map<String, Object> wish) {
    return api.withKey(UUID.randomUUID().toString()).post(APPOINTMENTS, wish);
  }

  static Map<String, Object> wish(String slot, String paymentMethod) {
    return Map.of(
        "slotId", slot, "mode", "VIDEO", "reason", "A rash", "paymentMethod", paymentMethod);
  }

  String path() {
    return APPOINTMENTS + "/" + id;
  }

  Reply seen() {
    return patient.api().get(path());
  }

  public String status() {
    return seen().text("status");
  }

  String reason() {
    return seen().text("cancellationReason");
  }

  List<String> steps() {
    return seen()
        .body()
        .path("steps")
        .valueStream()
        .map(it -> it.path("step").asString() + " " + it.path("outcome").asString())
        .toList();
  }

  /**
   * @param step with its outcome: {@code "BOOK_SLOT DONE"}
   */
  public Booking awaitStep(String step) {
    await(step + " of " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(steps()).contains(step));
    return this;
  }

  public Booking awaitStatus(String status) {
    await("status " + status + " of " + id)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> assertThat(status()).isEqualTo(status));
    return this;
  }

  Booking awaitEnd() {
    await("end of " + id)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(this::hasEnded);
    return this;
  }

  boolean hasEnded() {
    return Set.of("CONFIRMED", "CANCELLED").contains(status());
  }

  boolean isConfirmed() {
    return status().equals("CONFIRMED");
  }

  Reply cancelledBy(Person person) {
    return person.api().post(path() + "/cancel");
  }
}
