package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of an index a query has to read: entries that begin with given values, with a lower or
 * an upper bound of the next field if the query has one. It may cover more than the query finds,
 * since each document found is matched again, but never less. With both bounds it could: one
 * element of an array may satisfy the lower bound and another one the upper.
 *
 * @param beginnings the values that entries begin with, all of the same length; an empty one covers
 *     all entries
 * @param from the least value of the next field, if any
 * @param upTo the greatest value of the next field, if any
 */
record IndexScan(List<List<Object>> beginnings, @Nullable Object from, @Nullable Object upTo) {

  private static final Instant EARLIEST = Instant.ofEpochMilli(Long.MIN_VALUE);

  /** Null when the index does not help the query. */
  static @Nullable IndexScan of(List<String> fields, boolean sparse, Document query) {
    var beginning = new ArrayList<Object>();
    for (var field : fields) {
      var conditions = conditions(query, field);
      var equal = conditions.stream().filter(IndexScan::isEquality).findFirst();
      if (equal.isEmpty()) {
        return next(beginning, conditions, sparse && fields.size() == 1);
      }
      beginning.add(normal(operand(equal.get(), "$eq")));
    }
    return new IndexScan(List.of(beginning), null, null);
  }

  /** The bound of the first field without a given value. */
  private static @Nullable IndexScan next(
      List<Object> beginning, List<Object> conditions, boolean holdsOnlyExisting) {
    for (var condition : conditions) {
      if (condition instanceof Document operators) {
        if (operators.get("$in") instanceof Collection<?> values && allIndexable(values)) {
          return new IndexScan(beginnings(beginning, values), null, null);
        }
        for (var operator : List.of("$gt", "$gte")) {
          if (isIndexable(operators.get(operator))) {
            return new IndexScan(List.of(beginning), normal(operators.get(operator)), null);
          }
        }
        for (var operator : List.of("$lt", "$lte")) {
          if (isIndexable(operators.get(operator))) {
            var upTo = normal(operators.get(operator));
            return new IndexScan(List.of(beginning), leastLike(upTo), upTo);
          }
        }
        if (holdsOnlyExisting && Boolean.TRUE.equals(operators.get("$exists"))) {
          return new IndexScan(List.of(List.of()), null, null);
        }
      }
    }
    return beginning.isEmpty() ? null : new IndexScan(List.of(beginning), null, null);
  }

  /** Whether it is bounded on one side at most. */
  boolean isOpen() {
    return beginnings.stream().allMatch(List::isEmpty);
  }

  private static List<List<Object>> beginnings(List<Object> beginning, Collection<?> values) {
    var beginnings = new ArrayList<List<Object>>();
    for (var value : values) {
      var longer = new ArrayList<>(beginning);
      longer.add(normal(value));
      beginnings.add(longer);
    }
    return beginnings;
  }

  /** All that the query demands of a field, also by {@code $and}. */
  private static List<Object> conditions(Document query, String field) {
    var conditions = new ArrayList<Object>();
    if (query.get(field) != null) {
      conditions.add(query.get(field));
    }
    if (query.get("$and") instanceof Collection<?> parts) {
      for (var part : parts) {
        conditions.addAll(conditions((Document) part, field));
      }
    }
    return conditions;
  }

  private static boolean isEquality(Object condition) {
    return isIndexable(operand(condition, "$eq"));
  }

  /** The condition itself if it is a plain value. */
  private static @Nullable Object operand(Object condition, String operator) {
    return condition instanceof Document operators ? operators.get(operator) : condition;
  }

  private static boolean allIndexable(Collection<?> values) {
    return values.stream().allMatch(IndexScan::isIndexable);
  }

  /**
   * Not null, which also finds missing fields, nor arrays, documents and patterns, which match
   * parts.
   */
  private static boolean isIndexable(@Nullable Object value) {
    return switch (value) {
      case String _, Number _, Boolean _, Instant _, ObjectId _, UUID _ -> true;
      case null, default -> false;
    };
  }

  private static Object normal(@Nullable Object value) {
    return new KeyValue(value).normalized().get(0);
  }

  /** The least value of the same type: a comparison finds values of its own type only. */
  private static @Nullable Object leastLike(Object value) {
    return switch (value) {
      case Number _ -> Double.NEGATIVE_INFINITY;
      case String _ -> "";
      case Instant _ -> EARLIEST;
      default -> null;
    };
  }

  Set<Object> positions(MVMap<KeyValue, Object> entries) {
    var positions = new LinkedHashSet<>();
    for (var beginning : beginnings) {
      addPositions(entries, beginning, positions);
    }
    return positions;
  }

  private void addPositions(
      MVMap<KeyValue, Object> entries, List<Object> beginning, Set<Object> positions) {
    int fixed = beginning.size();
    var first = new ArrayList<>(beginning);
    if (from != null) {
      first.add(from);
    }
    var start = first.isEmpty() ? null : new KeyValue(first);
    for (var cursor = entries.cursor(start); cursor.hasNext(); ) {
      var key = cursor.next();
      if (start != null && !KeyType.startsWith(key, start, fixed)
          || upTo != null && KeyType.compareValues(key.get(fixed), upTo) > 0) {
        return;
      }
      positions.add(cursor.getValue());
    }
  }
}
