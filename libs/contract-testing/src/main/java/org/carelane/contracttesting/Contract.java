package org.carelane.contracttesting;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of one message: its schema and its example.
 *
 * <p>A sender's test ends in {@link #assertValid}; a reader's test begins with {@link #example}.
 */
public record Contract(String topic, String type, int version) {

  private static final Pattern SCHEMA_FILE =
      Pattern.compile("([^/]+)/(\\w+)\\.v(\\d+)\\.schema\\.json");

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  public Contract {
    var schema = file(topic, type, version, "schema");
    if (!Files.exists(schema)) {
      throw new IllegalArgumentException("no contract " + schema);
    }
  }

  /** Version 1 of a message. */
  public static Contract of(String topic, String type) {
    return new Contract(topic, type, 1);
  }

  /** Every message of every topic, in all its versions. */
  public static List<Contract> all() {
    return ContractFiles.names().stream()
        .map(SCHEMA_FILE::matcher)
        .filter(Matcher::matches)
        .map(name -> new Contract(name.group(1), name.group(2), Integer.parseInt(name.group(3))))
        .toList();
  }

  /** The example, as JSON. */
  public String example() {
    return ContractFiles.read(file(topic, type, version, "example"));
  }

  /** The schema, as JSON. */
  public String schema() {
    return ContractFiles.read(file(topic, type, version, "schema"));
  }

  /**
   * Checks a message against the schema, formats included.
   *
   * @throws AssertionError naming everything that is wrong
   */
  public void assertValid(String json) {
    Schema schema = SCHEMAS.getSchema(schema(), InputFormat.JSON);
    var errors = schema.validate(json, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new AssertionError("not a valid %s: %s in %s".formatted(this, errors, json));
    }
  }

  @Override
  public String toString() {
    return "%s/%s.v%d".formatted(topic, type, version);
  }

  private static Path file(String topic, String type, int version, String kind) {
    return ContractFiles.path("contracts", topic, "%s.v%d.%s.json".formatted(type, version, kind));
  }
}
