package org.carelane.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carelane.embedded.KafkaNode;
import org.carelane.embedded.MongoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./fleet} itself, as someone types it, over stand-ins. */
class FleetScriptTest {

  private static final Path SCRIPT = Path.of("..", "fleet");

  @TempDir static Path checkout;
  private static MongoServer mongodb;
  private static KafkaNode kafka;

  @TempDir Path directory;
  private final Ports ports = Ports.free();
  private Home home;

  @BeforeAll
  static void startServers() throws Exception {
    StandInCheckout.create(checkout);
    Files.copy(SCRIPT, checkout.resolve("fleet"));
    mongodb = MongoServer.inMemory();
    kafka = KafkaNode.temporary();
  }

  @AfterAll
  static void stopServers() throws Exception {
    mongodb.close();
    kafka.close();
  }

  @BeforeEach
  void chooseHome() {
    home = new Home(directory.resolve("home"));
  }

  @AfterEach
  void stopFleet() throws Exception {
    ended(run("down"));
  }

  @Test
  void runsFromAnyDirectoryAndThroughALink() throws Exception {
    var link = Files.createSymbolicLink(directory.resolve("carelane"), checkout.resolve("fleet"));
    var help = started(new ProcessBuilder("sh", link.toString(), "help"));
    assertThat(ended(help)).isZero();
    assertThat(output()).contains("usage: ./fleet");
  }

  @Test
  void endsInTheForegroundWithAllItStarted() throws Exception {
    var fleet = run("up", "--foreground");
    awaitOutput(fleet, "Ctrl-C stops everything");
    var pids = pids();
    assertThat(pids).hasSize(Services.ALL.size() - 2);

    fleet.destroy();

    ended(fleet);
    assertThat(pids).noneMatch(FleetScriptTest::isAlive);
  }

  @Test
  void aDeadChildEndsTheForegroundWithOneLineAndLeavesNothingRunning() throws Exception {
    var fleet = run("up", "--foreground");
    awaitOutput(fleet, "Ctrl-C stops everything");
    var pids = pids();

    new ServiceProcess(home, Services.named("payment-service")).kill();

    assertThat(ended(fleet)).isEqualTo(1);
    assertThat(output()).contains("fleet: payment-service ended by itself");
    assertThat(pids).noneMatch(FleetScriptTest::isAlive);
  }

  @Test
  void observesWhereItCanAndSaysWhereItCannot() throws Exception {
    assertThat(ended(observing("/nowhere"))).isZero();
    assertThat(output()).contains("Carelane is ready", Prometheus.HOW_TO_GET_IT);

    var programs = Files.createDirectories(directory.resolve("programs"));
    var program = Files.writeString(programs.resolve("prometheus"), PrometheusTest.STAND_IN);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    assertThat(ended(observing(programs.toString()))).isZero();
    int port = ports.of("CARELANE_PORT_PROMETHEUS");
    assertThat(output()).contains("Prometheus watches it at http://127.0.0.1:" + port + "/alerts");

    assertThat(ended(run("status"))).isZero();
    assertThat(output()).containsPattern("prometheus +ready +127.0.0.1:" + port);
    assertThat(ended(run("down"))).isZero();
    assertThat(Ports.isTaken(port)).isFalse();
  }

  /** With the system's own programs, and with those in another directory. */
  private Process observing(String programs) throws Exception {
    var monitoring = Files.createDirectories(checkout.resolve("deployment/monitoring"));
    Files.copy(
        Path.of("../deployment/monitoring/prometheus.yml"),
        monitoring.resolve("prometheus.yml"),
        StandardCopyOption.REPLACE_EXISTING);
    var tools = directory.resolve("tools");
    if (Files.notExists(tools)) {
      Files.createDirectories(tools);
      for (var tool :
          List.of("sh", "dirname", "readlink", "ls", "grep", "head", "sed", "find", "ps")) {
        var call = "#!/bin/sh\nexec " + tool(tool) + " \"$@\"\n";
        var wrapper = Files.writeString(tools.resolve(tool), call);
        assertThat(wrapper.toFile().setExecutable(true)).isTrue();
      }
    }
    var builder = new ProcessBuilder("sh", checkout.resolve("fleet").toString(), "up", "--observe");
    builder.environment().put("PATH", programs + ":" + tools);
    return started(builder);
  }

  private static Path tool(String name) {
    return Stream.of("/usr/bin", "/bin")
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void resetAsksBeforeItDeletes() throws Exception {
    var data = Files.createDirectories(home.data()).resolve("something");
    Files.writeString(data, "kept");

    assertThat(answered("n", run("reset"))).isEqualTo(1);
    assertThat(output()).contains("delete all data in " + home.data(), "nothing deleted");
    assertThat(data).exists();

    assertThat(answered("y", run("reset"))).isZero();
    assertThat(data).doesNotExist();
  }

  private Process run(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("sh", checkout.resolve("fleet").toString()));
    command.addAll(List.of(arguments));
    return started(new ProcessBuilder(command));
  }

  private Process started(ProcessBuilder fleet) throws IOException {
    var environment = fleet.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("CARELANE_HOME", home.directory().toString());
    environment.put("CARELANE_MONGODB_URI", mongodb.uri());
    environment.put("CARELANE_KAFKA", kafka.bootstrapServers());
    ports.byVariable().forEach((name, port) -> environment.put(name, port.toString()));
    return fleet
        .directory(directory.toFile())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("output").toFile())
        .start();
  }

  private static int answered(String answer, Process fleet) throws Exception {
    try (var input = fleet.outputWriter(UTF_8)) {
      input.write(answer + "\n");
    }
    return ended(fleet);
  }

  private static int ended(Process fleet) throws InterruptedException {
    assertThat(fleet.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return fleet.exitValue();
  }

  private void awaitOutput(Process fleet, String text) throws IOException {
    await().atMost(Duration.ofSeconds(90)).until(() -> output().contains(text) || !fleet.isAlive());
    assertThat(output()).contains(text);
  }

  private String output() throws IOException {
    return Files.readString(directory.resolve("output"));
  }

  private List<Long> pids() {
    return Services.ALL.stream()
        .flatMap(service -> new ServiceProcess(home, service).running().stream())
        .map(ProcessHandle::pid)
        .toList();
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(Liveness::isAlive).orElse(false);
  }
}
