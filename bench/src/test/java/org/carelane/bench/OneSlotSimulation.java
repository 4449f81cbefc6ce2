package org.carelane.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A hundred patients want the same slot at the same moment, twenty slots one after the other. */
public class OneSlotSimulation extends Simulation {

  private static final int PATIENTS = 100;
  private static final int ROUNDS = 20;

  private final Clinic clinic = Clinic.open(ROUNDS, PATIENTS);
  private final List<String> slots = clinic.freeSlots().subList(0, ROUNDS);
  private final List<String> patients = clinic.patients();
  private final Aftermath aftermath = new Aftermath(clinic);
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  {
    var scenario =
        scenario("100 on one")
            .exec(session -> session.set("patient", patients.get(next.getAndIncrement())))
            .exec(
                repeat(ROUNDS, "round")
                    .on(
                        rendezVous(PATIENTS)
                            .exec(
                                http("POST the same slot")
                                    .post("/api/v1/appointments")
                                    .header("Authorization", "Bearer #{patient}")
                                    .header("Idempotency-Key", _ -> UUID.randomUUID().toString())
                                    .body(
                                        StringBody(
                                            session ->
                                                "{\"slotId\":\""
                                                    + slots.get(session.getInt("round"))
                                                    + "\",\"mode\":\"VIDEO\","
                                                    + "\"paymentMethod\":\"card_ok\"}"))
                                    .check(status().in(202, 409).saveAs("answer"))
                                    .check(jsonPath("$.id").optional().saveAs("id")))
                            .exec(
                                session -> {
                                  note(session);
                                  return session;
                                })));
    setUp(scenario.injectOpen(atOnceUsers(PATIENTS)))
        .protocols(http.baseUrl(Settings.GATEWAY).contentTypeHeader("application/json"))
        .assertions(global().failedRequests().count().is(0L));
  }

  private void note(Session session) {
    if (session.getInt("answer") == 202) {
      accepted.incrementAndGet();
      aftermath.accepted(Objects.requireNonNull(session.getString("id")));
    } else {
      refused.incrementAndGet();
    }
  }

  @Override
  public void after() {
    System.out.printf(
        "%n%d slots, %d patients each: %d accepted, %d refused%n",
        ROUNDS, PATIENTS, accepted.get(), refused.get());
    if (accepted.get() != ROUNDS || refused.get() != ROUNDS * (PATIENTS - 1)) {
      throw new IllegalStateException("A slot was given away twice, or not at all");
    }
    aftermath.check();
  }
}
