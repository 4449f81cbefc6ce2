package org.carelane.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which page a caller wants: {@code ?limit=&cursor=}. A controller takes it as a parameter.
 *
 * @param limit 1 to 100, by default 20
 * @param after the sort key of the last item already seen, decoded from the cursor
 */
public record PageRequest(int limit, @Nullable String after) {

  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  private static final Pattern LIMIT = Pattern.compile("[0-9]{1,4}");

  /** How many items to query for: one more than the limit, to see whether there is a next page. */
  public int fetch() {
    return limit + 1;
  }

  static PageRequest parse(@Nullable String limit, @Nullable String cursor) {
    return new PageRequest(
        limit == null ? DEFAULT_LIMIT : limitOf(limit),
        cursor == null || cursor.isEmpty() ? null : decode(cursor));
  }

  static String encode(String after) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(UTF_8));
  }

  private static String decode(String cursor) {
    try {
      var after = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (encode(after).equals(cursor)) {
        return after;
      }
    } catch (IllegalArgumentException e) {
      // thrown below
    }
    throw ProblemException.invalidField("cursor", "must be one this service handed out");
  }

  private static int limitOf(String limit) {
    int wanted = LIMIT.matcher(limit).matches() ? Integer.parseInt(limit) : 0;
    if (wanted >= 1 && wanted <= MAX_LIMIT) {
      return wanted;
    }
    throw ProblemException.invalidField("limit", "must be a whole number from 1 to " + MAX_LIMIT);
  }
}
