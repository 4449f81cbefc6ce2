package org.carelane.embedded.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a document in an index: one for every combination of its fields' values. An array
 * has the values of its elements. There may be more entries than in MongoDB, never fewer: a
 * document has at least one, even if an array is empty. Embedded documents count as null, because
 * they have no total order.
 */
final class IndexEntries {

  private IndexEntries() {}

  /** Each ends with the document's position, which makes entries of equal values distinct. */
  static List<KeyValue> of(
      List<String> fields, boolean sparse, Document document, @Nullable Object position) {
    var combinations = List.of(List.<@Nullable Object>of());
    for (var field : fields) {
      var values = values(document, field);
      combinations =
          combinations.stream()
              .flatMap(beginning -> values.stream().map(value -> with(beginning, value)))
              .toList();
    }
    return combinations.stream()
        .filter(values -> !sparse || !values.stream().allMatch(Missing.class::isInstance))
        .map(values -> with(new KeyValue(values).normalized(), position))
        .toList();
  }

  private static List<@Nullable Object> values(Document document, String field) {
    var values = elements(Utils.getSubdocumentValueCollectionAware(document, field)).toList();
    return values.isEmpty() ? with(List.of(), null) : values;
  }

  private static Stream<@Nullable Object> elements(@Nullable Object value) {
    return value instanceof Collection<?> values
        ? values.stream().flatMap(IndexEntries::elements)
        : Stream.of(value).map(v -> v);
  }

  private static List<@Nullable Object> with(List<@Nullable Object> values, @Nullable Object one) {
    var longer = new ArrayList<>(values);
    longer.add(one);
    return longer;
  }

  private static KeyValue with(KeyValue values, @Nullable Object position) {
    var longer = new ArrayList<@Nullable Object>();
    values.forEach(value -> longer.add(value instanceof Document ? null : value));
    longer.add(position);
    return new KeyValue(longer);
  }
}
