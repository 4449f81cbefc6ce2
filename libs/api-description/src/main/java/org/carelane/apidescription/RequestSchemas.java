package org.carelane.apidescription;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The named schemas of what clients send. */
final class RequestSchemas {

  private RequestSchemas() {}

  static Collection<Schema<?>> of(OpenAPI api) {
    Map<String, Schema<?>> found = new HashMap<>();
    var open = new ArrayDeque<Schema<?>>();
    api.getPaths().values().stream()
        .flatMap(it -> it.readOperations().stream())
        .map(it -> it.getRequestBody())
        .filter(Objects::nonNull)
        .flatMap(it -> it.getContent().values().stream())
        .forEach(it -> add(it.getSchema(), open));
    while (!open.isEmpty()) {
      var schema = open.poll();
      var ref = schema.get$ref();
      if (ref != null) {
        var name = ref.substring(ref.lastIndexOf('/') + 1);
        Schema<?> named = api.getComponents().getSchemas().get(name);
        if (named != null && found.putIfAbsent(name, named) == null) {
          open.add(named);
        }
      }
      add(schema.getItems(), open);
      if (schema.getProperties() != null) {
        schema.getProperties().values().forEach(it -> add(it, open));
      }
      if (schema.getAnyOf() != null) {
        schema.getAnyOf().forEach(it -> add(it, open));
      }
    }
    return found.values();
  }

  private static void add(@Nullable Schema<?> schema, ArrayDeque<Schema<?>> open) {
    if (schema != null) {
      open.add(schema);
    }
  }
}
