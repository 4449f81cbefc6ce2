package org.carelane.apitesting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of {@code contracts/openapi}: the description of a service, or of all. */
public record PublishedApi(String name) {

  /** The description of the whole API, as the gateway serves it. */
  public static final PublishedApi WHOLE = new PublishedApi("carelane");

  private static final JsonMapper JSON = JsonMapper.shared();

  public Path file() {
    return root().resolve(Path.of("contracts", "openapi", name + ".json"));
  }

  public boolean exists() {
    return Files.exists(file());
  }

  public JsonNode document() {
    try {
      return JSON.readTree(Files.readString(file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with a body of one of its schemas; empty when nothing is.
   *
   * @param pointer to the schema, such as {@code /components/schemas/Problem}
   */
  public List<String> complaints(String pointer, String body) {
    return complaints(document(), pointer, body);
  }

  /** The same with a schema of another document that has its components as OpenAPI has. */
  public static List<String> complaints(JsonNode document, String pointer, String body) {
    return BodySchema.of(document, document.at(pointer)).complaints(body);
  }

  /**
   * Compares it with what the code says now. With {@code -Dwrite} it is written instead.
   *
   * @throws AssertionError naming where they differ
   */
  public void assertIs(JsonNode described) {
    if (System.getProperty("write") != null) {
      write(described);
      return;
    }
    var differences = exists() ? Differences.between(document(), described) : Stream.of("all");
    var first = differences.limit(10).toList();
    if (!first.isEmpty()) {
      throw new AssertionError(
          "contracts/openapi/%s.json is not what the code says, at %s. Run this test with -Dwrite."
              .formatted(name, first));
    }
  }

  private void write(JsonNode described) {
    var lines = new DefaultIndenter("  ", "\n");
    var colons = Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER);
    var printer =
        new DefaultPrettyPrinter(colons).withObjectIndenter(lines).withArrayIndenter(lines);
    try {
      Files.createDirectories(file().getParent());
      Files.writeString(file(), JSON.writer().with(printer).writeValueAsString(described) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory that has {@code contracts/}, wherever the test runs. */
  public static Path root() {
    var configured = System.getProperty("carelane.root");
    if (configured != null) {
      return Path.of(configured);
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), dir -> dir != null, Path::getParent)
        .filter(dir -> Files.isDirectory(dir.resolve("contracts")))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no contracts/ here or above; set carelane.root"));
  }
}
