package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gateway",
        "discovery",
        "auth-service",
        "appointment-service",
        "payment-service",
        "notification-service",
        "chat-service"
      })
  void everyServiceTellsHowItIs(String service) {
    var api = RunningFleet.operations(service);
    assertThat(api.get("/actuator/health/liveness").text("status")).isEqualTo("UP");
    assertThat(api.get("/actuator/health/readiness").text("status")).isEqualTo("UP");
    assertThat(api.get("/actuator/prometheus").raw()).contains("jvm_memory_used_bytes");
  }

  /** What dashboards and alerts are made of: there before anything of it happened. */
  @ParameterizedTest
  @CsvSource({
    "gateway, spring_cloud_gateway_requests_seconds_bucket resilience4j_circuitbreaker_state",
    "discovery, http_server_requests_seconds_bucket",
    "auth-service, carelane_signing_key_age_seconds carelane_outbox_oldest_age_seconds",
    "appointment-service, carelane_bookings_seconds_bucket carelane_sagas_open"
        + " carelane_sagas_stuck carelane_sagas_compensated_total carelane_holds_expired_total"
        + " carelane_bookings_refused_total"
        + " carelane_outbox_oldest_age_seconds carelane_messages_dead_lettered_total",
    "payment-service, carelane_payments_ended_total resilience4j_circuitbreaker_state"
        + " carelane_outbox_oldest_age_seconds carelane_messages_dead_lettered_total",
    "notification-service, carelane_notifications_ended_total carelane_outbox_oldest_age_seconds",
    "chat-service, carelane_chat_messages_total carelane_chat_sessions_open"
  })
  void everyServiceMeasuresWhatItIsWatchedBy(String service, String metrics) {
    var names = new ArrayList<>(List.of(metrics.split(" ")));
    names.addAll(
        List.of("jvm_gc_pause_seconds_count", "jvm_memory_used_bytes", "process_cpu_usage"));
    if (service.endsWith("-service")) {
      names.addAll(
          List.of("http_server_requests_seconds_bucket", "mongodb_driver_pool_checkedout"));
    }
    if (service.endsWith("-service") && !service.equals("auth-service")) {
      names.add("kafka_consumer_fetch_manager_records_lag");
    }
    RunningFleet.api().get("/api/v1/doctors");
    RunningFleet.operations(service).get("/actuator/health");
    // Kafka's client knows its lag after the first records, and is asked each minute for what is
    // new.
    await("the metrics of " + service)
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(names).allSatisfy(name -> assertMeasured(service, name)));
  }

  private static void assertMeasured(String service, String metric) {
    var samples = RunningFleet.operations(service).get("/actuator/prometheus").raw().lines();
    assertThat(samples.filter(sample -> sample.startsWith(metric + "{")))
        .as(metric)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it).contains("application=\"" + service + "\""));
  }

  /** To the minor unit, whatever the tests beside this one do. */
  @Test
  void paymentsAndTheProvidersBooksDoNotDiffer() {
    var patient = People.patient();
    Booking.of(patient, Clinic.open().freeSlots().getFirst(), "card_ok").awaitStatus("CONFIRMED");
    await("a comparison with the provider's books")
        .atMost(Booking.PATIENCE)
        .until(() -> Metrics.has("payment-service", "carelane_ledger_difference"));
    assertThat(Metrics.sum("payment-service", "carelane_ledger_difference")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth-service",
        "appointment-service",
        "payment-service",
        "notification-service",
        "chat-service"
      })
  void everyServicesApiIsDescribedAtTheGateway(String service) {
    assertThat(RunningFleet.api().with("Accept", "application/json").get("/api-docs").raw())
        .contains(service);
    var description = RunningFleet.api().get("/api-docs/" + service);
    assertThat(description.status()).isEqualTo(200);
    var parsed = new OpenAPIV3Parser().readContents(description.raw());
    assertThat(parsed.getMessages()).as(service).isEmpty();
    assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  void oneTraceLeadsFromTheGatewayToTheLastConsumer() {
    var clinic = Clinic.open();
    var patient = People.patient();
    var reply = Booking.request(patient, clinic.freeSlots().getFirst(), "card_ok");
    var trace = reply.header("X-Trace-Id");
    assertThat(trace).hasSize(32);
    var id = reply.text("id");
    new Booking(patient, "", id).awaitStatus("CONFIRMED");
    for (var service :
        List.of(
            "gateway",
            "appointment-service",
            "payment-service",
            "notification-service",
            "chat-service")) {
      await(trace + " in the log of " + service).until(() -> log(service).contains(trace));
    }
    assertThat(Broker.records("notification.events"))
        .filteredOn(it -> it.key().equals(id))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.headers().toString()).contains("traceparent"));
    for (var service : List.of("appointment-service", "payment-service", "notification-service")) {
      await("what " + service + " says of the booking")
          .untilAsserted(
              () ->
                  assertThat(log(service).lines().filter(line -> line.contains(id)))
                      .isNotEmpty()
                      .allSatisfy(line -> assertThat(line).contains(trace)));
    }
  }

  @Test
  void adminsWatchOpenSagas() {
    var clinic = Clinic.open();
    var patient = People.patient();
    var booking = Booking.of(patient, clinic.freeSlots().getFirst(), "card_requires_action");
    var admin = People.admin().api();
    assertThat(admin.get("/api/v1/admin/sagas?limit=100").each("appointmentId"))
        .contains(booking.id());
    assertThat(booking.cancelledBy(patient).status()).isEqualTo(202);
    booking.awaitStatus("CANCELLED");
    assertThat(admin.get("/api/v1/admin/sagas?limit=100").each("appointmentId"))
        .doesNotContain(booking.id());
  }

  private static String log(String service) {
    try {
      return Files.readString(RunningFleet.fleet().log(service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
