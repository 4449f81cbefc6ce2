package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/api.md} word for word, in each of its languages. The doctor is one of the
 * demo data.
 */
class ApiGuideTest {

  private static final Path ROOT = Path.of(System.getProperty("carelane.root"));

  @TempDir private Path directory;

  @Test
  void inCurl() throws Exception {
    Files.writeString(directory.resolve("visit.sh"), blocks("sh"));
    var said = run("sh", "-eu", "visit.sh");
    assertThat(said).contains("\"status\":\"CONFIRMED\"", "event:appointment", "CANCELLED");
  }

  @Test
  void inJava() throws Exception {
    Files.writeString(directory.resolve("Visit.java"), blocks("java"));
    var java = ProcessHandle.current().info().command().orElseThrow();
    var said = run(java, "-cp", System.getProperty("java.class.path"), "Visit.java");
    assertThat(said.lines()).containsExactly("CONFIRMED", "CANCELLED");
  }

  @Test
  void inTypeScript() throws Exception {
    assumeTrue(hasNode(), "left out: there is no Node of version 20 or later with npm here");
    for (var file : List.of("package.json", "package-lock.json", "tsconfig.json")) {
      Files.copy(ROOT.resolve("clients/typescript").resolve(file), directory.resolve(file));
    }
    Files.writeString(directory.resolve("visit.ts"), blocks("ts"));
    run("npm", "ci", "--no-audit", "--no-fund");
    var description = ROOT.resolve("contracts/openapi/carelane.json").toString();
    run("npx", "openapi-typescript", description, "--output", "carelane.d.ts");
    run("npx", "tsc");
    assertThat(run("node", "visit.js").lines()).containsExactly("CONFIRMED", "CANCELLED");
  }

  private static String blocks(String language) throws IOException {
    var guide = Files.readString(ROOT.resolve("docs/api.md"));
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(guide)
        .results()
        .map(MatchResult::group)
        .map(block -> block.substring(block.indexOf('\n') + 1, block.length() - 3))
        .collect(Collectors.joining("\n"));
  }

  private boolean hasNode() throws Exception {
    var paths = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of).toList();
    return Stream.of("node", "npm", "npx")
            .allMatch(it -> paths.stream().anyMatch(path -> Files.isExecutable(path.resolve(it))))
        && Integer.parseInt(run("node", "--print", "parseInt(process.versions.node)").strip())
            >= 20;
  }

  /** Returns what the command wrote, after it has ended well. */
  private String run(String... command) throws Exception {
    var output = directory.resolve("output.txt").toFile();
    var errors = directory.resolve("errors.txt").toFile();
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("CARELANE_API", RunningFleet.api().base().toString());
    var process = builder.redirectOutput(output).redirectError(errors).start();
    try {
      var ended = process.waitFor(3, TimeUnit.MINUTES);
      var said = Files.readString(output.toPath());
      assertThat(ended).as("%s ended, after %s", List.of(command), said).isTrue();
      assertThat(process.exitValue())
          .as("%s%n%s%n%s", List.of(command), said, Files.readString(errors.toPath()))
          .isZero();
      return said;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
