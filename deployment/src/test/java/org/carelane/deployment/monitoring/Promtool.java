package org.carelane.deployment.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Prometheus's own checker, where it is installed. */
final class Promtool {

  private Promtool() {}

  /** Fails with what it says unless it is content; leaves the test out where there is none. */
  static void passes(List<String> command, List<Path> files) throws Exception {
    var promtool = find();
    if (promtool.isEmpty()) {
      System.err.println("Left out: no promtool on the PATH; Debian's package prometheus has it");
    }
    assumeTrue(promtool.isPresent(), "no promtool on the PATH; Debian's package prometheus has it");
    var arguments = new ArrayList<>(List.of(promtool.orElseThrow().toString()));
    arguments.addAll(command);
    files.forEach(file -> arguments.add(file.toString()));
    var process = new ProcessBuilder(arguments).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", arguments, output).isZero();
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
