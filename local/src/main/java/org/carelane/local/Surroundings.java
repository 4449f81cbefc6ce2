package org.carelane.local;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables of services, and the arguments of embedded servers.
 *
 * @param user the environment of whoever starts the fleet; it may name a database and a broker of
 *     its own
 * @param replicas number of instances of each application
 */
record Surroundings(Home home, Ports ports, Map<String, String> user, int replicas) {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String MONGODB_URI = "CARELANE_MONGODB_URI";
  private static final String OPTIMIZE = "CARELANE_OPTIMIZE";
  private static final String PUBLIC_URL = "CARELANE_PUBLIC_URL";
  private static final String KAFKA_SERVERS = "CARELANE_KAFKA";

  /** As in deployment/monitoring/prometheus.yml. */
  private static final String DISCOVERY_USER = "carelane";

  Surroundings {
    user = new HashMap<>(user);
    user.values().removeIf(String::isBlank); // as good as unset
  }

  /** The services to run: an embedded server is left out where the user named another. */
  List<Service> services() {
    return Services.replicated(replicas).stream()
        .filter(service -> !isElsewhere(service.name()))
        .toList();
  }

  boolean isElsewhere(String service) {
    return service.equals(Services.MONGODB) && user.containsKey(MONGODB_URI)
        || service.equals(Services.KAFKA) && user.containsKey(KAFKA_SERVERS);
  }

  /** See {@link Java#options}; for load tests. */
  boolean isOptimized() {
    return user.getOrDefault(OPTIMIZE, "false").equals("true");
  }

  String mongodbUri() {
    return user.getOrDefault(MONGODB_URI, "mongodb://" + address(Services.MONGODB));
  }

  String kafkaServers() {
    return user.getOrDefault(KAFKA_SERVERS, address(Services.KAFKA));
  }

  String url(String service) {
    return "http://" + address(service);
  }

  /** Where it tells its health and metrics. */
  String operations(String service) {
    return "http://" + operations(Services.named(service));
  }

  String operations(Service service) {
    return LOOPBACK + ":" + ports.of(service.operationsPortVariable());
  }

  private String address(String service) {
    return address(Services.named(service));
  }

  private String address(Service service) {
    return LOOPBACK + ":" + ports.of(service);
  }

  Map<String, String> environment(Service service) {
    var environment = new HashMap<String, String>();
    environment.put("SPRING_PROFILES_ACTIVE", "local");
    environment.put("SERVER_ADDRESS", LOOPBACK);
    environment.put("MALLOC_ARENA_MAX", "2"); // otherwise glibc keeps eight per core
    environment.put("SERVER_PORT", Integer.toString(ports.of(service)));
    for (var further : service.furtherPorts()) {
      environment.put("MANAGEMENT_SERVER_ADDRESS", LOOPBACK);
      environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.of(further.variable())));
    }
    environment.put("EUREKA_INSTANCE_IPADDRESS", LOOPBACK);
    environment.put(MONGODB_URI, mongodbUri());
    environment.put(KAFKA_SERVERS, kafkaServers());
    environment.put("CARELANE_DISCOVERY_USER", DISCOVERY_USER);
    environment.put("CARELANE_DISCOVERY_PASSWORD", home.discoveryPassword().text());
    environment.put("CARELANE_EUREKA", registers());
    environment.put("CARELANE_EUREKA_PEERS", registers());
    environment.put("EUREKA_CLIENT_REGISTRYFETCHINTERVALSECONDS", "1"); // ready when it sees itself
    environment.put("EUREKA_SERVER_MYURL", register(service)); // the peers share a host name
    if (replicas == 1) {
      environment.put("CARELANE_DRAIN_FOR", "0s"); // there is nobody to take over
    }
    environment.put("CARELANE_JWKS_URI", url(Services.AUTH) + "/.well-known/jwks.json");
    environment.put(
        "CARELANE_AUTH_TRUSTED_PROXIES", LOOPBACK + "/32"); // where the gateway calls from
    environment.put(PUBLIC_URL, user.getOrDefault(PUBLIC_URL, url(Services.GATEWAY)));
    environment.put("CARELANE_SMTP_HOST", LOOPBACK);
    environment.put("CARELANE_SMTP_PORT", Integer.toString(ports.of(Services.named("mail"))));
    environment.put("CARELANE_AUTH_ADMIN_EMAIL", DemoAccounts.adminEmail(user));
    environment.put("CARELANE_AUTH_ADMIN_PASSWORD", DemoAccounts.adminPassword(user));
    return environment;
  }

  /** All of them: a client asks the next one when one does not answer. */
  private String registers() {
    return services().stream()
        .filter(service -> service.application().equals(Services.DISCOVERY))
        .map(this::register)
        .collect(joining(","));
  }

  private String register(Service service) {
    return "http://" + address(service) + "/eureka/";
  }

  List<String> arguments(Service service) {
    if (service.isApplication()) {
      return List.of();
    }
    Path data = home.data().resolve(service.name());
    var port = Integer.toString(ports.of(service));
    return service.name().equals(Services.KAFKA)
        ? List.of(
            data.toString(), port, Integer.toString(ports.of(service.portVariables().getLast())))
        : List.of(data.toString(), port);
  }

  Probe probe(Service service) {
    return switch (service.name()) {
      case Services.MONGODB -> Probe.mongodb(mongodbUri());
      case Services.KAFKA -> Probe.kafka(kafkaServers());
      case Services.MAIL -> Probe.smtp(ports.of(service));
      case Services.PROMETHEUS -> Probe.http("http://" + address(service) + "/-/ready");
      default -> Probe.health(operations(service));
    };
  }
}
