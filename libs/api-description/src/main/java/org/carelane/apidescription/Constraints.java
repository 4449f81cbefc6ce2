package org.carelane.apidescription;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.Validator;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/**
 * What Bean Validation demands, as JSON Schema. Constraints that are made of others count as those
 * they are made of, and so do those of the elements of a list.
 */
record Constraints(Validator validator) {

  void ofMember(Class<?> type, String name, Schema<?> schema) {
    var property = validator.getConstraintsForClass(type).getConstraintsForProperty(name);
    if (property != null && schema.get$ref() == null) {
      apply(property, schema);
    }
  }

  void ofParameter(HandlerMethod handler, MethodParameter parameter, Schema<?> schema) {
    var method =
        validator
            .getConstraintsForClass(handler.getBeanType())
            .getConstraintsForMethod(
                handler.getMethod().getName(), handler.getMethod().getParameterTypes());
    if (method != null) {
      apply(method.getParameterDescriptors().get(parameter.getParameterIndex()), schema);
    }
  }

  private static <D extends ElementDescriptor & CascadableDescriptor & ContainerDescriptor>
      void apply(D element, Schema<?> schema) {
    forget(schema);
    apply(element.getConstraintDescriptors(), schema);
    ofElements(element.getConstrainedContainerElementTypes(), schema);
  }

  private static void ofElements(Set<ContainerElementTypeDescriptor> elements, Schema<?> schema) {
    if (schema.getItems() != null) {
      forget(schema.getItems());
      elements.forEach(it -> apply(it.getConstraintDescriptors(), schema.getItems()));
    }
  }

  /** What was made of the same annotations, with patterns of Java. */
  private static void forget(Schema<?> schema) {
    schema.setPattern(null);
    schema.setMinLength(null);
  }

  private static void apply(Set<ConstraintDescriptor<?>> constraints, Schema<?> schema) {
    for (var constraint : constraints) {
      apply(
          constraint.getAnnotation().annotationType().getSimpleName(),
          constraint.getAttributes(),
          schema);
      apply(constraint.getComposingConstraints(), schema);
    }
  }

  private static void apply(String name, Map<String, Object> with, Schema<?> schema) {
    var isList = schema.getItems() != null;
    switch (name) {
      case "Pattern" -> pattern(EcmaPattern.of(String.valueOf(with.get("regexp"))), schema);
      case "NotBlank" -> {
        atLeast(1, schema);
        pattern("\\S", schema);
      }
      case "NotEmpty" -> {
        if (isList) {
          schema.setMinItems(1);
        } else {
          atLeast(1, schema);
        }
      }
      case "Size", "CodePointLength" -> {
        int min = (int) number(with, "min");
        int max = (int) number(with, "max");
        if (isList) {
          schema.setMinItems(min == 0 ? null : Integer.valueOf(min));
          schema.setMaxItems(max == Integer.MAX_VALUE ? null : Integer.valueOf(max));
        } else {
          if (min > 0) {
            atLeast(min, schema);
          }
          schema.setMaxLength(max == Integer.MAX_VALUE ? null : Integer.valueOf(max));
        }
      }
      case "Line" -> text("^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]*$", with, schema);
      case "Prose" ->
          text("^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$", with, schema);
      case "Min" -> schema.setMinimum(BigDecimal.valueOf(number(with, "value")));
      case "Max" -> schema.setMaximum(BigDecimal.valueOf(number(with, "value")));
      case "Positive" -> schema.setMinimum(BigDecimal.ONE);
      case "PositiveOrZero" -> schema.setMinimum(BigDecimal.ZERO);
      default -> {
        // Says nothing that a schema could.
      }
    }
  }

  /** Of which something can be seen, unless it may be blank. */
  private static void text(String allowed, Map<String, Object> with, Schema<?> schema) {
    schema.setMaxLength((int) number(with, "max"));
    if (!Boolean.TRUE.equals(with.get("blank"))) {
      atLeast(1, schema);
      pattern("\\S", schema);
    }
    pattern(allowed, schema);
  }

  private static long number(Map<String, Object> attributes, String name) {
    return Objects.requireNonNull((Number) attributes.get(name)).longValue();
  }

  private static void atLeast(int length, Schema<?> schema) {
    schema.setMinLength(
        Math.max(length, schema.getMinLength() == null ? 0 : schema.getMinLength()));
  }

  /** What is demanded besides becomes a look ahead. */
  private static void pattern(String further, Schema<?> schema) {
    var before = schema.getPattern();
    if (before == null) {
      schema.setPattern(further);
    } else if (before.startsWith("^")) {
      schema.setPattern("^" + ahead(further) + before.substring(1));
    } else {
      schema.setPattern("^" + ahead(before) + further.substring(1));
    }
  }

  private static String ahead(String pattern) {
    return pattern.startsWith("^")
        ? "(?=" + pattern.substring(1) + ")"
        : "(?=[\\s\\S]*" + pattern + ")";
  }
}
