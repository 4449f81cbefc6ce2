package org.carelane.apitesting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ids, cursors and tokens of earlier answers, to ask for what is there. */
final class SeenValues {

  private static final int KEPT = 200;
  private static final List<String> LIST_POSITIONS = List.of("after", "upTo");

  private final Map<String, List<String>> byName = new HashMap<>();

  /**
   * @param collection the last word of the path that is no variable: of {@code /doctors/{id}} the
   *     ids of its answers are those of doctors
   */
  void remember(String collection, JsonNode body) {
    for (var member : body.properties()) {
      var value = member.getValue();
      if (value.isContainer()) {
        remember(member.getKey().equals("items") ? collection : member.getKey(), value);
      } else if (value.isString() && isUseful(member.getKey())) {
        add(member.getKey().equals("nextCursor") ? "cursor" : member.getKey(), value.asString());
        if (member.getKey().equals("id")) {
          add(singular(collection) + "id", value.asString());
          LIST_POSITIONS.forEach(it -> add(it, value.asString()));
        }
      }
    }
    if (body.isArray()) {
      body.forEach(it -> remember(collection, it));
    }
  }

  void add(String name, String value) {
    var values = byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>());
    if (values.size() < KEPT && !values.contains(value)) {
      values.add(value);
    }
  }

  /** One that had this name; {@code null} if there was none. */
  @Nullable String of(String name, Random random) {
    var values = byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? null : values.get(random.nextInt(values.size()));
  }

  boolean has(String name) {
    return byName.containsKey(name.toLowerCase(Locale.ROOT));
  }

  static String singular(String collection) {
    return collection.endsWith("s") ? collection.substring(0, collection.length() - 1) : collection;
  }

  private static boolean isUseful(String name) {
    return name.equals("id")
        || name.equals("nextCursor")
        || name.endsWith("Id")
        || name.endsWith("Token");
  }
}
