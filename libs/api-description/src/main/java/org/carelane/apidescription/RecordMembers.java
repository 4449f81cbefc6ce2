package org.carelane.apidescription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a record are required but for those that are {@code @Nullable}; these may be
 * {@code null}. What they mean is the record's Javadoc, and their examples are taken from the
 * record's {@code @Schema(example)}.
 */
class RecordMembers implements ModelConverter {

  private final Constraints constraints;

  RecordMembers(Constraints constraints) {
    this.constraints = constraints;
  }

  @Override
  public boolean isOpenapi31() {
    return true;
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    var java = Json31.mapper().constructType(type.getType()).getRawClass();
    if (schema != null && java.isRecord() && java.getName().startsWith("org.carelane.")) {
      describe(java, definition(schema, context));
    }
    return schema;
  }

  private static @Nullable Schema<?> definition(Schema<?> schema, ModelConverterContext context) {
    var ref = schema.get$ref();
    return ref == null
        ? schema
        : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
  }

  private void describe(Class<?> java, @Nullable Schema<?> schema) {
    if (schema == null || schema.getProperties() == null) {
      return;
    }
    Set<String> required = new LinkedHashSet<>();
    for (var component : java.getRecordComponents()) {
      var name = component.getName();
      Schema<?> property = schema.getProperties().get(name);
      if (property == null) {
        continue;
      }
      constraints.ofMember(java, name, property);
      exemplify(property, partOf(schema.getExample(), name));
      if (mayBeNull(component)) {
        schema.getProperties().put(name, orNull(property));
      } else {
        required.add(name);
      }
    }
    schema.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
  }

  private static @Nullable JsonNode partOf(@Nullable Object example, String name) {
    return example instanceof ObjectNode object ? object.get(name) : null;
  }

  /** A member that is a record, or several, has the examples of that record. */
  private static void exemplify(Schema<?> property, @Nullable JsonNode example) {
    var isOfRecords =
        property.get$ref() != null
            || property.getAnyOf() != null
            || (property.getItems() != null && property.getItems().get$ref() != null);
    if (example != null && property.getExample() == null && !isOfRecords) {
      property.setExample(Json31.mapper().convertValue(example, Object.class));
    }
  }

  private static boolean mayBeNull(RecordComponent component) {
    return Arrays.stream(component.getAnnotatedType().getAnnotations())
        .anyMatch(it -> it.annotationType() == Nullable.class);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Schema<?> orNull(Schema property) {
    if (property.get$ref() != null) {
      return new Schema<>()
          .description(property.getDescription())
          .anyOf(
              List.of(
                  new Schema<>().$ref(property.get$ref()), new Schema<>().types(Set.of("null"))));
    }
    if (property.getTypes() != null) {
      Set<String> types = new LinkedHashSet<>(property.getTypes());
      types.add("null");
      property.setTypes(types);
    }
    if (property.getEnum() != null && !property.getEnum().contains(null)) {
      List<Object> values = new ArrayList<>(property.getEnum());
      values.add(null);
      property.setEnum(values);
    }
    return property;
  }
}
