package org.carelane.bench;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.forever;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** People who look around without signing in: doctors, one of them, a week of free slots. */
public class BrowseSimulation extends Simulation {

  private static final int SLOTS = 5_000;

  private final Clinic clinic = Clinic.open(SLOTS, 1);

  private final ChainBuilder browse =
      exec(http("GET doctors").get("/api/v1/doctors?limit=20").check(status().is(200)))
          .exec(http("GET doctor").get("/api/v1/doctors/#{doctor}").check(status().is(200)))
          .exec(
              http("GET a week of slots")
                  .get("/api/v1/doctors/#{doctor}/slots?from=#{from}&to=#{to}")
                  .check(status().is(200)));

  {
    var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    List<Map<String, Object>> doctors =
        clinic.doctors().stream()
            .map(
                id ->
                    Map.<String, Object>of(
                        "doctor", id, "from", tomorrow, "to", tomorrow.plusDays(6)))
            .collect(Collectors.toList());
    setUp(
            scenario("Browse")
                .exec(forever().on(feed(listFeeder(doctors).circular()).exec(browse)))
                .injectClosed(
                    constantConcurrentUsers(Settings.READERS)
                        .during(Duration.ofSeconds(Settings.SECONDS))))
        .maxDuration(Duration.ofSeconds(Settings.SECONDS))
        .protocols(http.baseUrl(Settings.GATEWAY))
        .assertions(global().failedRequests().count().is(0L));
  }
}
