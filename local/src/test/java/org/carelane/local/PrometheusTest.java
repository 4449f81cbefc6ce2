package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside no services at all; a stand-in plays Prometheus, unless said otherwise. */
class PrometheusTest {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  /** Listens where it is told to. */
  static final String STAND_IN =
      """
      #!/bin/sh
      for argument; do
        case $argument in --web.listen-address=*) address=${argument#*=} ;; esac
      done
      SERVER_ADDRESS=${address%%:*} SERVER_PORT=${address#*:} exec '%s' -cp '%s' %s "$@"
      """
          .formatted(
              Java.executable(), System.getProperty("java.class.path"), StandIn.class.getName());

  @TempDir Path home;
  @TempDir Path programs;
  private Fleet fleet;

  @BeforeEach
  void createFleet() {
    fleet = builder(programs.toString()).build();
    fleet.home().create();
  }

  @AfterEach
  void stopFleet() {
    fleet.close();
  }

  private Fleet.Builder builder(String path) {
    return Fleet.builder().root(CHECKOUT).home(home).user(Map.of("PATH", path)).freePorts();
  }

  private void install(String script) throws Exception {
    var program = Files.writeString(programs.resolve("prometheus"), script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void isLeftOutWhereItIsNotInstalled() {
    assertThat(fleet.observe()).isEmpty();
    assertThat(fleet.isRunning("prometheus")).isFalse();
    assertThat(Status.of(fleet).text()).doesNotContain("prometheus");
  }

  @Test
  void isShownAndStoppedWithTheServicesAndItsDataDeleted() throws Exception {
    install(STAND_IN);

    assertThat(fleet.observe()).contains(fleet.address("prometheus"));

    assertThat(fleet.isRunning("prometheus")).isTrue();
    assertThat(Status.of(fleet).lines())
        .filteredOn(line -> line.service().equals("prometheus"))
        .extracting(Status.Line::state)
        .containsExactly("ready");
    var later = builder(programs.toString()).build();
    assertThat(later.address("prometheus")).isEqualTo(fleet.address("prometheus"));
    var pid = fleet.pid("prometheus");
    assertThat(later.observe()).isPresent();
    assertThat(later.pid("prometheus")).isEqualTo(pid);

    Files.createDirectories(fleet.home().data().resolve("prometheus"));
    later.reset();
    assertThat(ProcessHandle.of(pid).map(Liveness::isAlive).orElse(false)).isFalse();
    assertThat(fleet.home().data()).doesNotExist();
    assertThat(Status.of(fleet).text()).doesNotContain("prometheus");
  }

  @Test
  void saysWhyItFailedAndLeavesNothingBehind() throws Exception {
    install("#!/bin/sh\necho 'no space left'; exit 1");

    assertThatThrownBy(fleet::observe)
        .isInstanceOf(FleetException.class)
        .hasMessageContaining("no space left")
        .hasMessageContaining(fleet.log("prometheus").toString());
    assertThat(Status.of(fleet).text()).doesNotContain("prometheus");
  }

  @Test
  void aTakenPortIsSaidWithItsVariable() throws Exception {
    install(STAND_IN);
    int port = fleet.address("prometheus").getPort();
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(fleet::observe).hasMessageContaining("CARELANE_PORT_PROMETHEUS");
    }
  }

  @Test
  void readsWhatIsWrittenForContainersWithTheAddressesOfTheFleet() {
    fleet = builder(programs.toString()).replicas(2).build();
    var configuration =
        new Prometheus(CHECKOUT, fleet.surroundings(), Progress.silent()).configuration();

    var discovery = fleet.address("discovery").getAuthority();
    assertThat(configuration)
        .contains("server: http://" + discovery + "/eureka")
        .contains("[" + discovery + ", " + fleet.address("discovery-2").getAuthority() + "]")
        .contains(fleet.address("prometheus").getAuthority())
        .contains(CHECKOUT + "/deployment/monitoring/rules/*.yml")
        .contains("password_file: " + home.resolve("run/discovery-password"))
        .doesNotContain("discovery:8761", "localhost", "/run/secrets");
  }

  @Test
  void theRealOneLoadsAllRules() throws Exception {
    fleet = builder(System.getenv("PATH")).build();
    var prometheus = fleet.observe();
    assumeTrue(prometheus.isPresent(), Prometheus.HOW_TO_GET_IT);

    assertThat(get(prometheus.get() + "/api/v1/rules"))
        .contains("SagaStuck", "ErrorBudgetBurnsFast", "ServiceDown")
        .doesNotContain("\"health\":\"err\"");
    assertThat(get(prometheus.get() + "/api/v1/status/config")).contains("eureka_sd_configs");
  }

  private static String get(String address) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }
}
