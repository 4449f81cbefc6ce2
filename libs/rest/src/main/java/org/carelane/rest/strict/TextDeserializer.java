package org.carelane.rest.strict;

import java.util.function.UnaryOperator;
import org.carelane.rest.text.Line;
import org.carelane.rest.text.Prose;
import org.carelane.rest.text.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads whole texts only, and those that people read in their form. */
final class TextDeserializer extends StdScalarDeserializer<String> {

  private final UnaryOperator<String> form;

  TextDeserializer() {
    this(UnaryOperator.identity());
  }

  private TextDeserializer(UnaryOperator<String> form) {
    super(String.class);
    this.form = form;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty member) {
    if (member == null) {
      return this;
    }
    if (member.getAnnotation(Line.class) != null) {
      return new TextDeserializer(Texts::line);
    }
    return member.getAnnotation(Prose.class) == null ? this : new TextDeserializer(Texts::prose);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(this, "must be text");
    }
    var text = json.getString();
    if (!Texts.isWhole(text)) {
      return context.reportInputMismatch(this, "must be whole characters, without NUL");
    }
    return form.apply(text);
  }
}
