import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format on every source file below the working directory: {@code
 * java Format.java check|apply REPORT}. The files that are left unformatted are named on standard
 * error and in the report, which exists only then.
 *
 * <p>The root pom runs it on the JDK of the sources, because a formatter inside a Maven that runs on
 * an older JDK does not know their syntax.
 */
class Format {

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules");

  private record Result(Path file, String before, Optional<String> after, String trouble) {

    boolean isFormatted() {
      return after.filter(before::equals).isPresent();
    }
  }

  public static void main(String[] arguments) throws IOException {
    boolean apply = arguments[0].equals("apply");
    var left = new ArrayList<String>();
    for (var result : sources().parallelStream().map(Format::format).toList()) {
      if (apply && result.after().isPresent() && !result.isFormatted()) {
        Files.writeString(result.file(), result.after().get());
        System.out.println("formatted " + result.file());
      } else if (!result.isFormatted()) {
        left.add(result.file() + result.trouble());
      }
    }
    report(left, Path.of(arguments[1]));
  }

  private static void report(List<String> left, Path report) throws IOException {
    Files.deleteIfExists(report);
    if (!left.isEmpty()) {
      left.forEach(file -> System.err.println("not formatted: " + file));
      Files.write(report, left);
    }
  }

  private static Result format(Path file) {
    try {
      var before = Files.readString(file);
      try {
        var after = new Formatter().formatSourceAndFixImports(before);
        return new Result(file, before, Optional.of(after), "");
      } catch (FormatterException e) {
        return new Result(file, before, Optional.empty(), " (" + e.getMessage() + ")");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(""))) {
      return files.filter(Format::isSource).sorted().toList();
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java")
        && Stream.iterate(file, it -> it != null, Path::getParent)
            .map(it -> it.getFileName().toString())
            .noneMatch(it -> NOT_OURS.contains(it) || it.startsWith("."));
  }
}
