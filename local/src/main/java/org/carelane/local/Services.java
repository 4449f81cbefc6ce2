package org.carelane.local;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carelane.embedded.KafkaNode;
import org.carelane.embedded.MailServer;
import org.carelane.embedded.MongoServer;
import org.carelane.local.Service.FurtherPort;

/** The fleet: what runs, where it listens, how much memory it gets and what it waits for. */
final class Services {

  static final String MONGODB = "mongodb";
  static final String KAFKA = "kafka";
  static final String MAIL = "mail";
  static final String DISCOVERY = "discovery";
  static final String AUTH = "auth-service";
  static final String GATEWAY = "gateway";
  static final String PROMETHEUS = "prometheus";

  /** Kafka's controller has a port of its own, but runs in the broker's process. */
  private static final FurtherPort KAFKA_CONTROLLER =
      new FurtherPort("CARELANE_PORT_KAFKA_CONTROLLER", 9093);

  /** The gateway's first port is public; its health and metrics are not. */
  private static final FurtherPort MANAGEMENT = new FurtherPort("CARELANE_PORT_MANAGEMENT", 9080);

  private static final Set<String> LIGHT = Set.of(MAIL, DISCOVERY);

  static final int MOST_REPLICAS = 3;

  static final String SHARED_ARCHIVE = "services";

  /** One instance of each. */
  static final List<Service> ALL =
      List.of(
          embedded(MONGODB, MongoServer.class, "CARELANE_PORT_MONGODB", 27017, 384),
          embedded(KAFKA, KafkaNode.class, "CARELANE_PORT_KAFKA", 9092, 256)
              .listeningAt(KAFKA_CONTROLLER),
          embedded(MAIL, MailServer.class, "CARELANE_PORT_SMTP", 3025, 48),
          application(DISCOVERY, "CARELANE_PORT_DISCOVERY", 8761, 128),
          application(AUTH, "CARELANE_PORT_AUTH", 8081, 192, MONGODB, KAFKA, DISCOVERY),
          application(
              "appointment-service",
              "CARELANE_PORT_APPOINTMENT",
              8082,
              256,
              MONGODB,
              KAFKA,
              DISCOVERY),
          application(
              "payment-service", "CARELANE_PORT_PAYMENT", 8083, 192, MONGODB, KAFKA, DISCOVERY),
          application(
              "notification-service",
              "CARELANE_PORT_NOTIFICATION",
              8084,
              192,
              MONGODB,
              KAFKA,
              MAIL,
              DISCOVERY),
          application("chat-service", "CARELANE_PORT_CHAT", 8085, 192, MONGODB, KAFKA, DISCOVERY),
          application(GATEWAY, "CARELANE_PORT", 8080, 192, DISCOVERY).listeningAt(MANAGEMENT));

  /** The services the gateway must reach before the fleet is ready. */
  static final List<String> BEHIND_THE_GATEWAY =
      List.of(
          AUTH, "appointment-service", "payment-service", "notification-service", "chat-service");

  /** Those that read messages, and park what they cannot handle. */
  static final List<String> CONSUMERS =
      BEHIND_THE_GATEWAY.stream().filter(service -> !service.equals(AUTH)).toList();

  /** All that may run, with further instances and Prometheus; each after those it needs. */
  static final List<Service> ALL_INSTANCES =
      Stream.concat(
              replicated(MOST_REPLICAS).stream(),
              Stream.of(program(PROMETHEUS, "CARELANE_PORT_PROMETHEUS", 9090)))
          .toList();

  private Services() {}

  /** This number of each application, and one database, one broker and one mail server. */
  static List<Service> replicated(int replicas) {
    var further =
        IntStream.rangeClosed(2, replicas)
            .boxed()
            .flatMap(
                number ->
                    ALL.stream()
                        .filter(Service::isApplication)
                        .map(service -> service.instance(number)));
    return Stream.concat(ALL.stream(), further).toList();
  }

  /** Fails with a message that has all names. */
  static Service named(String name) {
    return ALL_INSTANCES.stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new FleetException("no service \"" + name + "\"; there are " + names()));
  }

  private static String names() {
    return String.join(", ", ALL.stream().map(Service::name).toList());
  }

  /**
   * The name of the class archive that {@code service} uses. The services behind the gateway share
   * one, because they have nearly the same libraries. The small servers have none: they load few
   * classes, and would keep the whole archive in memory.
   */
  static String archiveOf(Service service) {
    return switch (service.name()) {
      case MONGODB, MAIL -> "";
      default ->
          BEHIND_THE_GATEWAY.contains(service.application())
              ? SHARED_ARCHIVE
              : service.application();
    };
  }

  /** The modules whose common libraries are in that archive. */
  static List<String> archivedWith(Service service) {
    if (archiveOf(service).isEmpty()) {
      return List.of();
    }
    return BEHIND_THE_GATEWAY.contains(service.application())
        ? BEHIND_THE_GATEWAY
        : List.of(service.module());
  }

  private static Service embedded(
      String name, Class<?> main, String portVariable, int port, int heapMegabytes) {
    return new Service(
        name,
        name,
        "local",
        main.getName(),
        portVariable,
        port,
        List.of(),
        heapMegabytes,
        LIGHT.contains(name),
        List.of());
  }

  /** A program that is not ours; {@link Prometheus} starts it. */
  private static Service program(String name, String portVariable, int port) {
    return new Service(name, name, "", name, portVariable, port, List.of(), 0, false, List.of());
  }

  private static Service application(
      String name, String portVariable, int port, int heapMegabytes, String... needs) {
    return new Service(
        name,
        name,
        name,
        "",
        portVariable,
        port,
        List.of(),
        heapMegabytes,
        LIGHT.contains(name),
        List.of(needs));
  }
}
