package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetCommandTest {

  @TempDir Path home;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @Test
  void anUnknownCommandIsOneLineAndStatus1() {
    assertThat(run("dance")).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8))
        .isEqualTo("fleet: no command dance; try help" + System.lineSeparator());
  }

  @Test
  void statusOfAStoppedFleetIsNotSuccess() {
    assertThat(run("status")).isEqualTo(1);
    assertThat(output.toString(StandardCharsets.UTF_8)).contains("gateway", "stopped");
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("help")).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains(
            "up", "down", "status", "logs", "mail", "dead-letters", "backup", "restore", "reset");
  }

  @Test
  void resetWithYesAsksNothing() {
    assertThat(run("reset", "--yes")).isZero();
  }

  private int run(String... arguments) {
    var out = new PrintStream(output, true, StandardCharsets.UTF_8);
    return FleetCommand.run(arguments, Map.of("CARELANE_HOME", home.toString()), out);
  }
}
