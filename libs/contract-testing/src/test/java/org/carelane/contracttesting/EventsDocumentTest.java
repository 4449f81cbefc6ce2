package org.carelane.contracttesting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/events.md describes exactly the messages and fields of contracts/. */
class EventsDocumentTest {

  private static final Pattern TOPIC = Pattern.compile("## (\\S+)");
  private static final Pattern MESSAGE = Pattern.compile("### (\\w+)");
  private static final Pattern FIELD = Pattern.compile("\\| `(\\w+)` \\| (.+) \\| (.+) \\|");
  private static final Pattern CODE = Pattern.compile("`(\\w+)`");
  private static final Pattern OVERVIEW = Pattern.compile("\\| \\[`(\\S+)`]\\(#\\w+\\) \\|.*");

  private final List<String> lines =
      ContractFiles.read(ContractFiles.path("docs", "events.md")).lines().toList();

  @Test
  void documentsEveryMessageWithItsFieldsAndNoOther() {
    assertThat(fields(documented())).isEqualTo(contracted());
  }

  @Test
  void namesExactlyTheValuesOfAnEnumeration() {
    for (var contract : Contract.all()) {
      var rows = documented().get(name(contract));
      for (var field : properties(contract).properties()) {
        var values = field.getValue().path("enum").values().stream().map(JsonNode::asString);
        var named = CODE.matcher(rows.get(field.getKey())).results().map(it -> it.group(1));
        if (field.getValue().has("enum")) {
          assertThat(named)
              .as("%s.%s", contract, field.getKey())
              .containsExactlyElementsOf(values.toList());
        }
      }
    }
  }

  @Test
  void saysOfEveryMessageWhenItIsSentAndWhatARepetitionMeans() {
    assertThat(lines.stream().filter(line -> line.startsWith("- **When**: ")))
        .hasSameSizeAs(Contract.all());
    assertThat(lines.stream().filter(line -> line.startsWith("- **Again or late**: ")))
        .hasSameSizeAs(Contract.all());
  }

  @Test
  void overviewListsEveryTopic() {
    assertThat(matches(OVERVIEW))
        .containsExactlyInAnyOrderElementsOf(
            Contract.all().stream().map(Contract::topic).distinct().toList());
  }

  /** Topic and message → field → the value column. */
  private Map<String, Map<String, String>> documented() {
    var messages = new TreeMap<String, Map<String, String>>();
    var topic = "";
    var message = "";
    for (var line : lines) {
      var heading = TOPIC.matcher(line);
      var subheading = MESSAGE.matcher(line);
      var field = FIELD.matcher(line);
      if (heading.matches()) {
        topic = heading.group(1);
      } else if (subheading.matches()) {
        message = topic + "/" + subheading.group(1);
        messages.put(message, new LinkedHashMap<>());
      } else if (field.matches()) {
        messages.get(message).put(field.group(1), field.group(2));
      }
    }
    return messages;
  }

  private static Map<String, List<String>> fields(Map<String, Map<String, String>> documented) {
    var fields = new TreeMap<String, List<String>>();
    documented.forEach((message, rows) -> fields.put(message, List.copyOf(rows.keySet())));
    return fields;
  }

  private static Map<String, List<String>> contracted() {
    var fields = new TreeMap<String, List<String>>();
    Contract.all().forEach(it -> fields.put(name(it), List.copyOf(properties(it).propertyNames())));
    return fields;
  }

  private static String name(Contract contract) {
    return contract.topic() + "/" + contract.type();
  }

  private static JsonNode properties(Contract contract) {
    return new JsonMapper().readTree(contract.schema()).path("properties");
  }

  private List<String> matches(Pattern pattern) {
    return lines.stream()
        .map(pattern::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1))
        .toList();
  }
}
