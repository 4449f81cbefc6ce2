package org.carelane.rest.strict;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value that is written as text in its one {@link Form}. */
final class FormDeserializer<T> extends StdScalarDeserializer<T> {

  private final Form<T> form;

  FormDeserializer(Form<T> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public T deserialize(JsonParser json, DeserializationContext context) {
    if (!json.hasToken(JsonToken.VALUE_STRING)) {
      return context.reportInputMismatch(this, "must be " + form.expected());
    }
    try {
      return form.read(json.getString());
    } catch (IllegalArgumentException e) {
      return context.reportInputMismatch(this, "must be " + form.expected());
    }
  }
}
