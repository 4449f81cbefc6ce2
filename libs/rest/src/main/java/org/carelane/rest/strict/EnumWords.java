package org.carelane.rest.strict;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** The words of an enum are exact; the library's own deserializer trims them. */
final class EnumWords extends ValueDeserializerModifier {

  private static final long serialVersionUID = 1L;

  @Override
  public ValueDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return new Exact(type.getRawClass());
  }

  private static final class Exact extends StdScalarDeserializer<Object> {

    private final Class<?> type;

    Exact(Class<?> type) {
      super(type);
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) {
      var word = json.hasToken(JsonToken.VALUE_STRING) ? json.getString() : "";
      return Arrays.stream(type.getEnumConstants())
          .filter(it -> ((Enum<?>) it).name().equals(word))
          .findFirst()
          .orElseGet(() -> context.reportInputMismatch(this, Expected.textOf(type)));
    }
  }
}
