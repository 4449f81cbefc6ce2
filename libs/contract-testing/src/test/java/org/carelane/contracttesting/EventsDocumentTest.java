package org.carelane.contracttesting;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/events.md describes exactly the messages of contracts/. Its tables of fields are made from
 * the schemas: with {@code -Dwrite} this test writes them.
 */
class EventsDocumentTest {

  private static final Pattern OVERVIEW = Pattern.compile("\\| \\[`(\\S+)`]\\(#\\w+\\) \\|.*");

  /** A heading, what is said of the message, and the rows of its table. */
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?ms)^(### (\\w+)\n"
              + ".*?\\| field \\| value \\| meaning \\|\n"
              + "\\|---\\|---\\|---\\|\n"
              + ")((?:\\|.*?\n"
              + ")*)");

  private final Path document = ContractFiles.path("docs", "events.md");
  private final String text = ContractFiles.read(document);

  @Test
  void tablesOfFieldsAreMadeFromTheSchemas() throws IOException {
    var made =
        MESSAGE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(it.group(1) + rows(it)));
    if (System.getProperty("write") != null) {
      Files.writeString(document, made);
    } else {
      assertThat(text).as("run this test with -Dwrite").isEqualTo(made);
    }
  }

  @Test
  void describesEveryMessageAndNoOther() {
    assertThat(MESSAGE.matcher(text).results().map(it -> it.group(2)))
        .containsExactlyInAnyOrderElementsOf(Contract.all().stream().map(Contract::type).toList());
  }

  @Test
  void saysOfEveryMessageWhenItIsSentAndWhatARepetitionMeans() {
    assertThat(text.lines().filter(line -> line.startsWith("- **When**: ")))
        .hasSameSizeAs(Contract.all());
    assertThat(text.lines().filter(line -> line.startsWith("- **Again or late**: ")))
        .hasSameSizeAs(Contract.all());
  }

  @Test
  void overviewListsEveryTopic() {
    assertThat(
            text.lines()
                .map(OVERVIEW::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Contract.all().stream().map(Contract::topic).distinct().toList());
  }

  private static String rows(MatchResult message) {
    return Contract.all().stream()
        .filter(it -> it.type().equals(message.group(2)))
        .flatMap(it -> properties(it).propertyStream())
        .map(it -> row(it.getKey(), it.getValue()))
        .collect(joining());
  }

  private static String row(String field, JsonNode schema) {
    return "| `%s` | %s | %s |\n"
        .formatted(field, value(schema), schema.path("description").asString());
  }

  private static String value(JsonNode schema) {
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(it -> "`" + it.asString() + "`")
          .collect(joining(" · "));
    }
    var type = schema.path("type").asString();
    if (type.equals("array")) {
      return "list of " + value(schema.path("items"));
    }
    return switch (schema.path("format").asString("")) {
      case "date-time" -> "instant";
      case "email" -> "e-mail address";
      default -> type;
    };
  }

  private static JsonNode properties(Contract contract) {
    return new JsonMapper().readTree(contract.schema()).path("properties");
  }
}
