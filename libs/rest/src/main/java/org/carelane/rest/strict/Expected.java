package org.carelane.rest.strict;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What a value of a type must be, in words that complete the name of a field to a sentence. */
public final class Expected {

  private Expected() {}

  public static String textOf(@Nullable Class<?> type) {
    if (type == null) {
      return "is not allowed";
    }
    var wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
    return Form.of(wanted)
        .map(form -> "must be " + form.expected())
        .orElseGet(() -> ofOther(wanted));
  }

  private static String ofOther(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    if (type == String.class) {
      return "must be text";
    }
    return Collection.class.isAssignableFrom(type) ? "must be a list" : "is not allowed";
  }
}
