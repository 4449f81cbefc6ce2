package org.carelane.apitesting;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema allows, and some that it does not. */
final class GeneratedValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          " ",
          "\t",
          "\u0000",
          "x",
          "null",
          "-1",
          "0",
          "1e99",
          "9223372036854775808",
          "true",
          "2026-02-30",
          "+999999999-12-31",
          "%",
          "../../etc",
          "a/b",
          "'; drop--",
          "$ne",
          "{\"$gt\":\"\"}",
          "\u202eevil",
          "\ud83d\ude80".repeat(50),
          "\ud800",
          "e\u0301",
          "y".repeat(5000));
  private static final List<String> TEXTS =
      List.of("EUR", "de", "en-GB", "card_ok", "09:00", "10:30", "word", "Some words", "A1-b2");

  private final JsonNode document;
  private final Random random;
  private final SeenValues seen;

  GeneratedValues(JsonNode document, Random random, SeenValues seen) {
    this.document = document;
    this.random = random;
    this.seen = seen;
  }

  /** One that the schema allows, as far as it is easy. */
  JsonNode fitting(String name, JsonNode described) {
    var schema = resolve(described);
    if (schema.has("anyOf")) {
      return fitting(name, pick(schema.path("anyOf").valueStream().toList()));
    }
    if (schema.has("example")
        && !schema.has("properties")
        && !seen.has(name)
        && random.nextBoolean()) {
      return schema.path("example");
    }
    if (schema.has("enum")) {
      return pick(schema.path("enum").valueStream().toList());
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> {
        var list = JSON.arrayNode();
        var size = schema.path("minItems").asInt(0) + random.nextInt(3);
        for (int i = 0; i < size; i++) {
          list.add(fitting(name, schema.path("items")));
        }
        yield list;
      }
      case "integer", "number" -> JSON.numberNode(number(schema));
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> JSON.stringNode(text(name, schema));
    };
  }

  private ObjectNode object(JsonNode schema) {
    var object = JsonMapper.shared().createObjectNode();
    var required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (var member : schema.path("properties").properties()) {
      var name = member.getKey();
      var example = schema.path("example").path(name);
      if (!example.isMissingNode() && random.nextInt(3) > 0 && !seen.has(name)) {
        object.set(name, example);
      } else if (required.contains(name) || random.nextBoolean()) {
        object.set(name, fitting(name, member.getValue()));
      }
    }
    return object;
  }

  /** The same with one thing wrong. */
  JsonNode spoilt(JsonNode fitting) {
    if (!(fitting.deepCopy() instanceof ObjectNode object) || object.isEmpty()) {
      return odd();
    }
    var member = pick(new ArrayList<>(object.propertyNames()));
    switch (random.nextInt(5)) {
      case 0 -> object.remove(member);
      case 1 -> object.putNull(member);
      case 2 -> object.put("notDescribed", "x");
      case 3 -> object.set(member, spoilt(object.path(member)));
      default -> object.set(member, odd());
    }
    return object;
  }

  String oddText() {
    return pick(ODD_TEXTS);
  }

  private JsonNode odd() {
    return switch (random.nextInt(9)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(-1);
      case 2 -> JSON.numberNode(49.99);
      case 3 -> JSON.numberNode(Long.MAX_VALUE);
      case 4 -> JSON.booleanNode(true);
      case 5 -> JSON.arrayNode().add("x").addNull();
      case 6 -> JSON.objectNode().put("x", 1);
      default -> JSON.stringNode(oddText());
    };
  }

  private long number(JsonNode schema) {
    var least = schema.path("minimum").asLong(0);
    var most = schema.path("maximum").asLong(least + 50);
    return switch (random.nextInt(4)) {
      case 0 -> least;
      case 1 -> most;
      default -> least + (long) (random.nextDouble() * (most - least));
    };
  }

  private String text(String name, JsonNode schema) {
    var known = random.nextInt(3) > 0 ? seen.of(name, random) : null;
    if (known != null) {
      return known;
    }
    return switch (schema.path("format").asString("")) {
      case "date" -> day().toString();
      case "date-time" -> Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(days()).toString();
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      default -> matching(schema);
    };
  }

  private String matching(JsonNode schema) {
    var pattern = Pattern.compile(schema.path("pattern").asString(""));
    var unique = "n" + Long.toString(random.nextLong() >>> 1, 36);
    List<String> candidates = new ArrayList<>(TEXTS);
    candidates.add(unique);
    candidates.add(unique + "@example.com");
    var most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    var least = schema.path("minLength").asInt(0);
    var fitting =
        candidates.stream()
            .filter(it -> it.length() <= most && it.length() >= least)
            .filter(it -> pattern.matcher(it).find())
            .toList();
    return fitting.isEmpty() ? unique : pick(fitting);
  }

  private LocalDate day() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(random.nextInt(40));
  }

  private Duration days() {
    return Duration.ofDays(random.nextInt(40));
  }

  private String type(JsonNode schema) {
    var type = schema.path("type");
    return type.isArray()
        ? pick(type.valueStream().map(JsonNode::asString).toList())
        : type.asString("string");
  }

  private JsonNode resolve(JsonNode schema) {
    var ref = schema.path("$ref").asString("");
    return ref.isEmpty() ? schema : resolve(document.at(ref.substring(1)));
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @Nullable String seen(String name) {
    return seen.of(name, random);
  }
}
