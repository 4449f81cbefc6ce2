package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.carelane.embedded.KafkaNode;
import org.carelane.embedded.MongoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of stand-ins, beside a database and a broker that "the user" brings along. */
class FleetTest {

  private static final String PAYMENTS = "payment-service";

  @TempDir static Path checkout;
  private static MongoServer mongodb;
  private static KafkaNode kafka;

  @TempDir Path home;
  private Fleet fleet;

  @BeforeAll
  static void startServers() throws Exception {
    StandInCheckout.create(checkout);
    mongodb = MongoServer.inMemory();
    kafka = KafkaNode.temporary();
  }

  @AfterAll
  static void stopServers() throws Exception {
    mongodb.close();
    kafka.close();
  }

  @BeforeEach
  void createFleet() {
    fleet = builder().build();
  }

  @AfterEach
  void stopFleet() {
    fleet.close();
  }

  private Fleet.Builder builder() {
    var user =
        Map.of("CARELANE_MONGODB_URI", mongodb.uri(), "CARELANE_KAFKA", kafka.bootstrapServers());
    return Fleet.builder().root(checkout).home(home).user(user).freePorts();
  }

  @Test
  void leavesOutTheServersTheUserBrings() {
    assertThat(fleet.surroundings().services())
        .extracting(Service::name)
        .doesNotContain("mongodb", "kafka")
        .contains("mail", "gateway");
  }

  @Test
  void startsEveryServiceAndStopsItAgain() {
    fleet.up();
    assertThat(Status.of(fleet).isAllReady()).isTrue();
    assertThat(Status.of(fleet).text()).containsPattern("[1-9][0-9]* MB in all");
    var pid = fleet.pid(PAYMENTS);

    fleet.down();

    assertThat(fleet.isAnyRunning()).isFalse();
    assertThat(ProcessHandle.of(pid).map(Liveness::isAlive).orElse(false)).isFalse();
    assertThat(Ports.isTaken(fleet.gateway().getPort())).isFalse();
  }

  @Test
  void aSecondFleetFindsTheFirstOnesProcessesAndPorts() {
    fleet.up();

    var second = builder().build();

    assertThat(second.gateway()).isEqualTo(fleet.gateway());
    assertThat(second.pid(PAYMENTS)).isEqualTo(fleet.pid(PAYMENTS));
    second.up();
    assertThat(second.pid(PAYMENTS)).isEqualTo(fleet.pid(PAYMENTS));
  }

  @Test
  void raisingTheNumberStartsOnlyWhatIsMissing() {
    fleet.up();
    var first = fleet.pid(PAYMENTS);

    var two = builder().replicas(2).build();
    two.up();

    assertThat(two.pid(PAYMENTS)).isEqualTo(first);
    assertThat(two.isRunning(PAYMENTS + "-2")).isTrue();
    assertThat(two.isRunning("gateway-2") && two.isRunning("discovery-2")).isTrue();
    var whoeverAsks = builder().build();
    assertThat(whoeverAsks.pid(PAYMENTS + "-2")).isEqualTo(two.pid(PAYMENTS + "-2"));
    assertThat(whoeverAsks.address(PAYMENTS + "-2")).isEqualTo(two.address(PAYMENTS + "-2"));
    assertThat(Status.of(whoeverAsks).lines())
        .extracting(Status.Line::service)
        .contains(PAYMENTS + "-2")
        .doesNotContain(PAYMENTS + "-3");

    whoeverAsks.kill(PAYMENTS + "-2");
    assertThat(whoeverAsks.dead()).map(Service::name).contains(PAYMENTS + "-2");
    whoeverAsks.up();
    assertThat(whoeverAsks.isRunning(PAYMENTS + "-2")).isTrue();

    whoeverAsks.down();
    assertThat(whoeverAsks.isAnyRunning()).isFalse();
    assertThat(whoeverAsks.services()).hasSize(fleet.surroundings().services().size());
  }

  @Test
  void clientsKnowEveryRegisterAndRegistersEachOther() {
    var two = builder().replicas(2).build().surroundings();
    var registers = "%s/eureka/,%s/eureka/".formatted(two.url("discovery"), two.url("discovery-2"));

    assertThat(two.environment(Services.named("gateway-2")))
        .containsEntry("CARELANE_EUREKA", registers)
        .doesNotContainKey("CARELANE_DRAIN_FOR");
    assertThat(two.environment(Services.named("discovery-2")))
        .containsEntry("CARELANE_EUREKA_PEERS", registers)
        .containsEntry("EUREKA_SERVER_MYURL", two.url("discovery-2") + "/eureka/");
  }

  /** Made by the fleet itself, and known to nobody else on the machine. */
  @Test
  void everyApplicationKnowsThePasswordOfTheRegister() throws Exception {
    var password = fleet.surroundings().environment(Services.named("discovery"));
    var file = fleet.home().run().resolve("discovery-password");

    assertThat(password.get("CARELANE_DISCOVERY_PASSWORD")).hasSizeGreaterThan(30);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var later = builder().replicas(2).build().surroundings();
    assertThat(Services.replicated(2).stream().filter(Service::isApplication))
        .allSatisfy(
            it ->
                assertThat(later.environment(it))
                    .containsEntry(
                        "CARELANE_DISCOVERY_PASSWORD",
                        password.get("CARELANE_DISCOVERY_PASSWORD")));
  }

  @Test
  void everythingListensOnLoopbackOnlyAndOnlyTheGatewayIsBelievedAboutClients() {
    var surroundings = builder().replicas(2).build().surroundings();
    for (var service : Services.replicated(2)) {
      assertThat(surroundings.environment(service))
          .containsEntry("SERVER_ADDRESS", "127.0.0.1")
          .containsEntry("CARELANE_AUTH_TRUSTED_PROXIES", "127.0.0.1/32")
          .doesNotContainKey("SPRING_CLOUD_GATEWAY_SERVER_WEBFLUX_TRUSTED_PROXIES");
    }
  }

  @Test
  void theGatewaysHealthAndMetricsAreNotOnItsPublicPort() {
    var two = builder().replicas(2).build();
    for (var gateway : List.of("gateway", "gateway-2")) {
      assertThat(two.operations(gateway)).isNotEqualTo(two.address(gateway));
      assertThat(two.surroundings().environment(Services.named(gateway)))
          .containsEntry(
              "MANAGEMENT_SERVER_PORT", String.valueOf(two.operations(gateway).getPort()))
          .containsEntry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
    }
    // Spring Boot refuses an address for operations that are on a service's own port.
    assertThat(two.surroundings().environment(Services.named(PAYMENTS)))
        .doesNotContainKeys("MANAGEMENT_SERVER_PORT", "MANAGEMENT_SERVER_ADDRESS");
    assertThat(two.operations(PAYMENTS)).isEqualTo(two.address(PAYMENTS));
    assertThat(Services.named("gateway-2").furtherPorts().getFirst().usual()).isEqualTo(9180);
  }

  @Test
  void whoIsAloneDoesNotWaitForSomebodyToTakeOver() {
    assertThat(fleet.surroundings().environment(Services.named(PAYMENTS)))
        .containsEntry("CARELANE_DRAIN_FOR", "0s");
  }

  @Test
  void compilesHotCodeASecondTimeOnlyWhereAsked() {
    var payments = Services.named(PAYMENTS);

    assertThat(fleet.surroundings().isOptimized()).isFalse();
    assertThat(Java.options(payments, false)).contains("-XX:TieredStopAtLevel=1");
    assertThat(Java.options(payments, true)).doesNotContain("-XX:TieredStopAtLevel=1");
    assertThat(Java.options(Services.named("mail"), true)).contains("-XX:TieredStopAtLevel=1");
  }

  @Test
  void withoutLibrariesThereIsNothingToPrepare() {
    fleet.up();

    assertThat(fleet.prepareNextStart()).isFalse();
    assertThat(Status.of(fleet).text()).contains("0 MB of class archives");
  }

  @Test
  void aServiceThatDiesAtItsStartStopsEverything() {
    fleet = builder().env(PAYMENTS, Map.of(StandIn.FAILS, "yes")).build();

    assertThatThrownBy(fleet::up)
        .isInstanceOf(FleetException.class)
        .hasMessageContaining(PAYMENTS + " failed: it ended with status 3")
        .hasMessageContaining(fleet.log(PAYMENTS).toString());
    assertThat(fleet.isAnyRunning()).isFalse();
    assertThat(LogFile.lastLines(fleet.log(PAYMENTS), 5))
        .anySatisfy(line -> assertThat(line).contains("told to fail"));
  }

  @Test
  void aTakenPortIsSaidBeforeAnythingStarts() throws Exception {
    int port = fleet.address(PAYMENTS).getPort();
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(fleet::up)
          .isInstanceOf(FleetException.class)
          .hasMessageContaining("port " + port + ", which payment-service needs, is taken")
          .hasMessageContaining("CARELANE_PORT_PAYMENT");
    }
    assertThat(fleet.log("discovery")).doesNotExist();
  }

  @Test
  void aKilledServiceCountsAsDeadAndStartsAgainWhereItWas() {
    fleet.up();
    var pid = fleet.pid(PAYMENTS);
    var address = fleet.address(PAYMENTS);

    fleet.kill(PAYMENTS);
    assertThat(fleet.isRunning(PAYMENTS)).isFalse();
    assertThat(fleet.dead()).map(Service::name).contains(PAYMENTS);

    fleet.start(PAYMENTS);
    assertThat(fleet.isRunning(PAYMENTS)).isTrue();
    assertThat(fleet.pid(PAYMENTS)).isNotEqualTo(pid);
    assertThat(fleet.address(PAYMENTS)).isEqualTo(address);
    assertThat(fleet.dead()).isEmpty();
  }

  @Test
  void neverTouchesAForeignProcessWhoseNumberAStalePidFileHolds() throws Exception {
    var foreign = new ProcessBuilder("sleep", "300").start();
    try {
      var payments = Services.named(PAYMENTS);
      Files.createDirectories(fleet.home().run());
      PidFile.of(fleet.home(), payments)
          .write(foreign.toHandle(), "-Dnot=its", fleet.surroundings().ports(), payments);

      assertThat(fleet.isRunning(PAYMENTS)).isFalse();
      fleet.kill(PAYMENTS);
      fleet.down();

      assertThat(foreign.isAlive()).isTrue();
    } finally {
      foreign.destroyForcibly();
    }
  }

  @Test
  void resetDeletesDataAndLogs() throws Exception {
    fleet.up();
    Files.writeString(fleet.home().data().resolve("something"), "kept");

    fleet.reset();

    assertThat(List.of(fleet.home().data(), fleet.home().logs())).noneMatch(Files::exists);
    assertThat(fleet.isAnyRunning()).isFalse();
  }

  @Test
  void neitherWritesNorReplacesDataThatIsInUse() {
    fleet.up();
    var file = home.resolve("backup");

    assertThatThrownBy(() -> fleet.backup(file)).hasMessageContaining("it runs");
    assertThatThrownBy(() -> fleet.restore(file)).hasMessageContaining("it runs");
    assertThat(file).doesNotExist();
  }

  @Test
  void refusesADatabaseThatDoesNotAnswer() {
    int nobody = Ports.free().of("CARELANE_PORT");
    var user =
        Map.of(
            "CARELANE_MONGODB_URI",
            "mongodb://127.0.0.1:" + nobody,
            "CARELANE_KAFKA",
            kafka.bootstrapServers());
    fleet = Fleet.builder().root(checkout).home(home).user(user).freePorts().build();

    assertThatThrownBy(fleet::up)
        .isInstanceOf(FleetException.class)
        .hasMessageContaining("CARELANE_MONGODB_URI");
  }
}
