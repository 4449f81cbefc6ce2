package org.carelane.rest.strict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.ClassUtils;

/**
 * The one way in which a value is written as text, in a body and in a query.
 *
 * @param expected completes "must be …"
 */
record Form<T>(Class<T> type, String expected, Pattern pattern, Function<String, T> parse) {

  private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "[0-9]{2}:[0-9]{2}";

  /** Values that are text in JSON as well. */
  static final List<Form<?>> OF_TEXTS =
      List.of(
          form(LocalDate.class, "a date such as 2027-03-14", DATE, LocalDate::parse),
          form(LocalTime.class, "a time such as 09:30", TIME + "(:[0-9]{2})?", LocalTime::parse),
          form(
              Instant.class,
              "an instant in UTC such as 2027-03-14T09:30:00Z",
              DATE + "T" + TIME + ":[0-9]{2}([.][0-9]{1,9})?Z",
              Instant::parse),
          form(Currency.class, "an ISO 4217 code such as EUR", "[A-Z]{3}", Currency::getInstance));

  /** Values that are numbers or truth values in JSON, and text in a query only. */
  static final List<Form<?>> OF_QUERIES =
      List.of(
          form(Boolean.class, "true or false", "true|false", Boolean::valueOf),
          form(Integer.class, "a whole number", "-?[0-9]{1,10}", Integer::valueOf),
          form(Long.class, "a whole number", "-?[0-9]{1,19}", Long::valueOf));

  private static <T> Form<T> form(
      Class<T> type, String expected, String pattern, Function<String, T> parse) {
    return new Form<>(type, expected, Pattern.compile(pattern), parse);
  }

  /** Whether a value of the type could be written like this; true for types without a form. */
  static boolean isWrittenAs(Class<?> type, String text) {
    var wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (wanted.isEnum()) {
      return Arrays.stream(wanted.getEnumConstants()).anyMatch(it -> it.toString().equals(text));
    }
    return of(wanted).map(form -> form.canRead(text)).orElse(true);
  }

  static Optional<Form<?>> of(Class<?> type) {
    return Stream.concat(OF_TEXTS.stream(), OF_QUERIES.stream())
        .filter(form -> form.type() == type)
        .findFirst();
  }

  private boolean canRead(String text) {
    try {
      read(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * @throws IllegalArgumentException when it is written differently, or is no such value
   */
  T read(String text) {
    try {
      if (pattern.matcher(text).matches()) {
        return parse.apply(text);
      }
    } catch (RuntimeException e) {
      // thrown below: a 30 February, a number that is too large, an unknown code
    }
    throw new IllegalArgumentException("must be " + expected);
  }
}
