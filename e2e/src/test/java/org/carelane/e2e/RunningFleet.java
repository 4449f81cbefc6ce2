package org.carelane.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.carelane.local.Fleet;
import org.carelane.testservers.Api;

/**
 * One fleet for all tests, on free ports and with an empty database. It waits less than in
 * production, so that tests of waiting end. It ends with the tests; its logs stay in {@code
 * target}.
 */
public final class RunningFleet {

  /** How long a slot is held for its payment. */
  public static final Duration HOLD = Duration.ofSeconds(20);

  /** Failed sign-ins on one account that cost no waiting. */
  static final int FREE_ATTEMPTS = 5;

  static final String ORIGIN = "https://app.example";

  /** Requests of one account in half a minute. */
  static final int RATE_LIMIT = 600;

  /** Hears of every span of every service. */
  static final Collector COLLECTOR = Collector.listening();

  static final Path HOME =
      Path.of(System.getProperty("carelane.root", "."), "e2e", "target", "fleet");

  private static final Map<String, Map<String, String>> SETTINGS =
      Map.of(
          "discovery",
          Map.of(),
          "auth-service",
          Map.of(
              "CARELANE_AUTH_ATTEMPTS_ACCOUNT_FREE",
              Integer.toString(FREE_ATTEMPTS),
              "CARELANE_AUTH_ATTEMPTS_ACCOUNT_FIRSTDELAY",
              "30s",
              "CARELANE_AUTH_TOKENS_ACCESSTOKENLIVES",
              "2h",
              // Hundreds of people are registered and sign in.
              "CARELANE_AUTH_PASSWORD_BCRYPT_STRENGTH",
              "6"),
          "appointment-service",
          Map.of(
              "CARELANE_BOOKING_HOLD_FOR",
              HOLD.toSeconds() + "s",
              // A few patients book what many would.
              "CARELANE_BOOKING_PATIENT_HOLDS",
              "1000",
              "CARELANE_BOOKING_PATIENT_OVERLAPS",
              "true",
              "CARELANE_BOOKING_UNDO_AGAIN_AFTER",
              "1s"),
          "payment-service",
          Map.of("CARELANE_PAYMENTS_RECONCILIATION_SETTLEFOR", "5s"),
          "notification-service",
          Map.of(
              "CARELANE_NOTIFICATIONS_DELIVERY_ATTEMPTS", "3",
              "CARELANE_NOTIFICATIONS_DELIVERY_FIRSTBACKOFF", "500ms",
              "CARELANE_NOTIFICATIONS_DELIVERY_MAXBACKOFF", "1s",
              "CARELANE_NOTIFICATIONS_DELIVERY_CLAIMFOR", "30s"),
          "chat-service",
          Map.of(),
          "gateway",
          Map.of(
              "CARELANE_CORS_ORIGINS",
              ORIGIN,
              "CARELANE_RATE_REQUESTS",
              Integer.toString(RATE_LIMIT),
              "CARELANE_RATE_REQUESTS_PER",
              "30s"));

  private static final Fleet.Builder BUILDER = Fleet.builder().home(HOME).freePorts();

  private static final Map<String, String> FOR_ALL = forAll();

  private static final Fleet FLEET = start();

  private RunningFleet() {}

  public static Fleet fleet() {
    return FLEET;
  }

  /** Nobody's view through the gateway. */
  public static Api api() {
    return Api.at(FLEET.gateway());
  }

  /** One service itself, behind the gateway's back. */
  static Api service(String name) {
    return Api.at(URI.create(FLEET.address(name).toString()));
  }

  /** What it tells of its health, and its metrics. */
  static Api operations(String service) {
    return Api.at(FLEET.operations(service));
  }

  /** They know the second register from the start, and are replaced by another when they stop. */
  private static Map<String, String> forAll() {
    var two = BUILDER.replicas(2).build();
    var registers =
        "%s/eureka/,%s/eureka/".formatted(two.address("discovery"), two.address("discovery-2"));
    return Map.of(
        "CARELANE_DRAIN_FOR",
        "5s",
        "CARELANE_EUREKA",
        registers,
        "CARELANE_EUREKA_PEERS",
        registers,
        "CARELANE_MESSAGING_SWEEP_AFTER",
        "5s",
        "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
        COLLECTOR.endpoint());
  }

  private static Fleet start() {
    SETTINGS.forEach((service, settings) -> BUILDER.env(service, withThoseForAll(settings)));
    var fleet = BUILDER.replicas(1).build();
    fleet.reset();
    Runtime.getRuntime().addShutdownHook(new Thread(fleet::close));
    fleet.up();
    fleet.loadDemoData();
    fleet.prepareNextStart(); // much is killed and started again
    return fleet;
  }

  /** The same fleet, with a second instance of each service: to be started, and stopped again. */
  static Fleet twoOfEach() {
    return BUILDER.replicas(2).build();
  }

  /**
   * The same fleet, but that one of its services will start with settings of its own. To be asked
   * for while everything runs.
   */
  static Fleet with(String service, Map<String, String> settings) {
    return Fleet.builder().home(HOME).env(service, withThoseForAll(settings)).build();
  }

  private static Map<String, String> withThoseForAll(Map<String, String> settings) {
    var all = new HashMap<>(FOR_ALL);
    all.putAll(settings);
    return all;
  }
}
