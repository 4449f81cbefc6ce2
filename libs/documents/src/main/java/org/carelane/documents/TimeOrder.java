package org.carelane.documents;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.carelane.rest.Page;
import org.carelane.rest.PageRequest;
import org.carelane.rest.ProblemException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * Pages of documents in the order of a time, and of their ids where times are the same. Wants an
 * index on both.
 *
 * <p>Not by Spring Data's keyset scroll: it sorts ids upwards whatever the order of the times,
 * which such an index does not serve, and adds the time to a projection, which MongoDB refuses
 * beside the document that holds it.
 *
 * @param name stands in its cursors, so that no other order takes them; empty for the only order
 * @param field where a document keeps the time
 */
public record TimeOrder<T>(
    String name,
    String field,
    Direction direction,
    Function<T, Instant> time,
    Function<T, String> id) {

  public static <T> TimeOrder<T> newestFirst(
      String field, Function<T, Instant> time, Function<T, String> id) {
    return new TimeOrder<>("", field, Direction.DESC, time, id);
  }

  public static <T> TimeOrder<T> oldestFirst(
      String field, Function<T, Instant> time, Function<T, String> id) {
    return new TimeOrder<>("", field, Direction.ASC, time, id);
  }

  /** The same order, for lists that have several. */
  public TimeOrder<T> named(String newName) {
    return new TimeOrder<>(newName, field, direction, time, id);
  }

  /**
   * @param find runs the query, which it may change in what it returns of a document
   * @throws ProblemException when the cursor is none of this order
   */
  public Page<T> page(PageRequest request, Criteria wanted, Function<Query, List<T>> find) {
    var cursor = request.after();
    var criteria =
        cursor == null ? wanted : new Criteria().andOperator(wanted, behind(position(cursor)));
    var query = Query.query(criteria).with(Sort.by(direction, field, "_id"));
    return Page.of(
        find.apply(query.limit(request.fetch())),
        request,
        document -> prefix() + new Position(time.apply(document), id.apply(document)));
  }

  private String prefix() {
    return name.isEmpty() ? "" : name + " ";
  }

  private Position position(String cursor) {
    if (!cursor.startsWith(prefix())) {
      throw unknownCursor();
    }
    return Position.of(cursor.substring(prefix().length()));
  }

  private static ProblemException unknownCursor() {
    return ProblemException.invalidRequest("The cursor is not one this service handed out.");
  }

  private Criteria behind(Position last) {
    return new Criteria()
        .orOperator(
            beyond(where(field), last.time()),
            beyond(where(field).is(last.time()).and("_id"), last.id()));
  }

  private Criteria beyond(Criteria place, Object value) {
    return direction.isAscending() ? place.gt(value) : place.lt(value);
  }

  private record Position(Instant time, String id) {

    static Position of(String cursor) {
      int space = cursor.indexOf(' ');
      try {
        var time = Instant.parse(cursor.substring(0, Math.max(space, 0)));
        // The database keeps milliseconds in 64 bits.
        return new Position(Instant.ofEpochMilli(time.toEpochMilli()), cursor.substring(space + 1));
      } catch (DateTimeException | ArithmeticException e) {
        throw unknownCursor();
      }
    }

    @Override
    public String toString() {
      return time + " " + id;
    }
  }
}
