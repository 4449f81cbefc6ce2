package org.carelane.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A checkout whose every service was "built": executable jars that hold a {@link StandIn}. The
 * launcher's own jar runs the launcher under test.
 */
final class StandInCheckout {

  private static final String MAIL =
      """
      package org.carelane.embedded;
      public class MailServer {
        public static void main(String[] args) throws Exception {
          try (var server = new java.net.ServerSocket(Integer.parseInt(args[1]))) {
            while (true) {
              try (var client = server.accept()) {
                client.getOutputStream().write("220 ready\\r\\n".getBytes());
              }
            }
          }
        }
      }
      """;

  private StandInCheckout() {}

  static Path create(Path root) throws Exception {
    var classes = Files.createDirectories(root.resolve("classes"));
    copyStandIn(classes);
    compileMail(root, classes);
    for (var module : Services.ALL.stream().map(Service::module).distinct().toList()) {
      var suffix = module.equals("local") ? "-1-exec.jar" : "-1.jar";
      var target = Files.createDirectories(root.resolve(module).resolve("target"));
      writeJar(target.resolve(module + suffix), classes);
    }
    return root;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  private static void copyStandIn(Path classes) throws IOException {
    var name = StandIn.class.getName().replace('.', '/') + ".class";
    var target = classes.resolve(name);
    Files.createDirectories(target.getParent());
    try (var content = StandIn.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(content, target);
    }
  }

  private static void compileMail(Path root, Path classes) throws IOException {
    var source = Files.writeString(root.resolve("MailServer.java"), MAIL);
    var compiler = ToolProvider.getSystemJavaCompiler();
    compiler.run(null, null, null, "-d", classes.toString(), source.toString());
  }

  private static void writeJar(Path jar, Path classes) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Name("Start-Class"), StandIn.class.getName());
    manifest.getMainAttributes().put(Name.MAIN_CLASS, FleetCommand.class.getName());
    manifest.getMainAttributes().put(Name.CLASS_PATH, classPath());
    try (var output = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        output.putNextEntry(new JarEntry("BOOT-INF/classes/" + classes.relativize(file)));
        Files.copy(file, output);
      }
    }
  }
}
