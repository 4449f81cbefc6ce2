package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of jars, as the build makes them. */
class ApplicationsTest {

  private static final LocalDateTime BUILT = LocalDateTime.of(2027, 3, 15, 9, 0);

  private static final Service AUTH = Services.named("auth-service");
  private static final Service CHAT = Services.named("chat-service");

  @TempDir Path root;
  private Home home;
  private Path lib;

  @BeforeEach
  void build() throws IOException {
    home = new Home(root.resolve("home"));
    lib = home.run().resolve("lib");
    for (var module : Services.BEHIND_THE_GATEWAY) {
      build(module, "spring-7.jar", "rest-1-SNAPSHOT.jar");
    }
    build("chat-service", "bucket-8.jar", "spring-7.jar", "rest-1-SNAPSHOT.jar");
  }

  @Test
  void keepsEachLibraryOnceHoweverManyUseIt() throws Exception {
    var auth = applications().of(AUTH);
    var chat = applications().of(CHAT);

    assertThat(names(auth.libraries())).containsExactly("spring-7", "rest-1-SNAPSHOT");
    assertThat(chat.libraries()).containsAll(auth.libraries());
    assertThat(names(files(lib)))
        .containsExactlyInAnyOrder("spring-7", "rest-1-SNAPSHOT", "bucket-8");
  }

  @Test
  void aLibraryBuiltAnewIsAnotherFile() throws Exception {
    var before = applications().of(AUTH);
    Files.writeString(root.resolve("changed"), "");
    build("auth-service", "spring-7.jar", "rest-1-SNAPSHOT.jar");

    var after = applications().of(AUTH);

    assertThat(after.libraries().getFirst()).isEqualTo(before.libraries().getFirst());
    assertThat(after.libraries().getLast()).isNotEqualTo(before.libraries().getLast());
    assertThat(after.jar()).isNotEqualTo(before.jar());
  }

  @Test
  void whatTheServicesHaveInCommonComesFirstInTheirClassPath() throws Exception {
    var applications = applications();
    var archive = applications.archive(CHAT);
    var classPath = archive.classPath(applications.of(CHAT)).split(":");

    assertThat(archive).isEqualTo(applications.archive(AUTH));
    assertThat(names(archive.libraries())).containsExactly("spring-7");
    assertThat(names(Stream.of(classPath).skip(2).map(Path::of).toList()))
        .containsExactly("bucket-8", "rest-1-SNAPSHOT");
    assertThat(classPath[1]).isEqualTo(applications.of(CHAT).jar().toString());
    try (var list = new JarFile(classPath[0])) {
      assertThat(list.getManifest().getMainAttributes().getValue(Name.CLASS_PATH))
          .isEqualTo("../lib/" + archive.libraries().getFirst().getFileName());
    }
  }

  @Test
  void whatNothingStartsFromAnyMoreIsDeleted() throws Exception {
    var services = Services.ALL.stream().filter(s -> s.needs().contains("mongodb")).toList();
    var before = applications();
    before.archive(CHAT).classPath(before.of(CHAT));
    for (var module : Services.BEHIND_THE_GATEWAY) {
      build(module, "spring-8.jar");
    }

    var after = applications();
    after.deleteOutdated(services);

    assertThat(names(files(lib))).containsExactly("spring-8");
    assertThat(files(home.run().resolve("applications"))).hasSize(services.size());
    assertThat(files(home.run().resolve("archives"))).isEmpty();
  }

  private Applications applications() {
    return new Applications(root, home);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  private static List<String> names(List<Path> libraries) {
    return libraries.stream()
        .map(library -> library.getFileName().toString().replaceFirst("-[0-9a-f]{8}\\.jar$", ""))
        .toList();
  }

  /** Snapshots hold what is in {@code root} when they are built. */
  private void build(String module, String... libraries) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Name("Start-Class"), "org.carelane.Main");
    var target = Files.createDirectories(root.resolve(module).resolve("target"));
    var built = target.resolve(module + "-1.jar");
    try (var jar = new JarOutputStream(Files.newOutputStream(built), manifest)) {
      for (var library : libraries) {
        jar.putNextEntry(new JarEntry("BOOT-INF/lib/" + library));
        jar.write(library(library));
      }
      if (Files.exists(root.resolve("changed"))) {
        jar.putNextEntry(new JarEntry("BOOT-INF/classes/Changed.class"));
      }
    }
  }

  private byte[] library(String name) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var library = new JarOutputStream(bytes)) {
      var changed = name.contains("SNAPSHOT") && Files.exists(root.resolve("changed"));
      var entry = new JarEntry(name + (changed ? "/changed" : ""));
      entry.setTimeLocal(BUILT); // else the same library differs from one second to another
      library.putNextEntry(entry);
    }
    return bytes.toByteArray();
  }
}
