package org.carelane.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real archive, of a library that this module uses itself. */
class ArchiveBuildTest {

  private static final Service KAFKA = Services.named(Services.KAFKA);

  @TempDir Path directory;
  private Home home;
  private ArchiveBuild build;
  private ClassArchive archive;

  @BeforeEach
  void aLibrary() throws Exception {
    home = new Home(directory);
    home.create();
    build = new ArchiveBuild(home);
    var driver = com.mongodb.ConnectionString.class.getProtectionDomain().getCodeSource();
    var library = home.libraries().resolve("driver.jar");
    Files.createDirectories(library.getParent());
    Files.copy(Path.of(driver.getLocation().toURI()), library);
    archive = new ClassArchive(home.archives(), "kafka", List.of(library));
  }

  @AfterEach
  void end() {
    build.stop();
  }

  @Test
  void aFirstStartWritesDownWhatItLoadsAndALaterOneStartsWithIt() throws Exception {
    assertThat(archive.isMissing()).isTrue();
    assertThat(java(archive.options(KAFKA))).as("without an archive").isZero();

    build.start(List.of(archive), Ports.free());
    assertThat(build.isRunning()).isTrue();
    await().atMost(Duration.ofMinutes(2)).until(() -> !build.isRunning());

    assertThat(archive.isMissing()).isFalse();
    assertThat(archive.options(KAFKA)).contains("-XX:SharedArchiveFile=" + archive.file());
    var options = new ArrayList<>(archive.options(KAFKA));
    options.add("-Xshare:on"); // end if it does not fit
    options.add("-Xlog:class+load");
    assertThat(java(options)).isZero();
    assertThat(output()).containsPattern("com.mongodb.MongoException source: shared objects file");
  }

  @Test
  void whatWasStoppedLeavesNoArchive() throws Exception {
    java(archive.options(KAFKA));
    build.start(List.of(archive), Ports.free());

    build.stop();

    assertThat(build.isRunning()).isFalse();
    assertThat(archive.isMissing()).isTrue();
  }

  /** Loads a class of the library, as a service would. */
  private int java(List<String> options) throws Exception {
    var main =
        Files.writeString(
            directory.resolve("Main.java"),
            """
            public class Main {
              public static void main(String[] arguments) {
                System.out.println(new com.mongodb.MongoException("loaded"));
              }
            }
            """);
    var classes = Files.createDirectories(directory.resolve("classes"));
    var compiler = javax.tools.ToolProvider.getSystemJavaCompiler();
    var library = archive.libraries().getFirst().toString();
    compiler.run(null, null, null, "-cp", library, "-d", classes.toString(), main.toString());
    var jar = directory.resolve("main.jar");
    try (var file = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
      file.putNextEntry(new java.util.jar.JarEntry("Main.class"));
      Files.copy(classes.resolve("Main.class"), file);
    }
    var command = new ArrayList<>(List.of(Java.executable(), Java.COLLECTOR));
    command.addAll(options);
    command.addAll(
        List.of("-cp", archive.classPath(new Application(jar, "Main", List.of())), "Main"));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(60, SECONDS)).isTrue();
    return process.exitValue();
  }

  private String output() throws Exception {
    return Files.readString(directory.resolve("output"));
  }
}
