package org.carelane.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins, opaque; null on the last page
 */
public record Page<T>(
    List<T> items, @Schema(example = CURSOR_EXAMPLE) @Nullable String nextCursor) {

  public static final String CURSOR_EXAMPLE = "MjAyNy0wMy0xNVQwODowMDowMFo";

  /**
   * Cuts a page from a query that asked for {@link PageRequest#fetch()} items.
   *
   * @param cursorOf the sort key of an item, from which the next page goes on
   */
  public static <T> Page<T> of(
      List<T> oneMoreThanLimit, PageRequest request, Function<T, String> cursorOf) {
    if (oneMoreThanLimit.size() <= request.limit()) {
      return new Page<>(List.copyOf(oneMoreThanLimit), null);
    }
    var items = List.copyOf(oneMoreThanLimit.subList(0, request.limit()));
    return new Page<>(items, PageRequest.encode(cursorOf.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor);
  }
}
