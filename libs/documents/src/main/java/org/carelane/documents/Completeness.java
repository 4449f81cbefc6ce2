package org.carelane.documents;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record has a value wherever its type says that there is one, and so have the records in
 * it. A field that is missing in a document would else be noticed only where it is used.
 */
final class Completeness {

  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(it -> !it.getType().isPrimitive())
              .map(Part::of)
              .toList();
        }
      };

  private record Part(String name, Method accessor, boolean required) {

    static Part of(RecordComponent component) {
      component.getAccessor().setAccessible(true);
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return new Part(component.getName(), component.getAccessor(), !nullable);
    }

    @Nullable Object of(Record record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Completeness() {}

  /** Says which field is missing. */
  static class Incomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    Incomplete(String field) {
      super(field + " is missing");
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /**
   * @throws Incomplete if it is not
   */
  static void require(Object read) {
    switch (read) {
      case Record record -> requireComponents(record);
      case Collection<?> items -> items.forEach(Completeness::requireIfPresent);
      case Map<?, ?> map -> map.values().forEach(Completeness::requireIfPresent);
      default -> {}
    }
  }

  private static void requireIfPresent(@Nullable Object item) {
    if (item != null) {
      require(item);
    }
  }

  private static void requireComponents(Record record) {
    for (var part : PARTS.get(record.getClass())) {
      var value = part.of(record);
      if (value == null && part.required()) {
        throw new Incomplete(part.name());
      }
      requireIfPresent(value);
    }
  }
}
