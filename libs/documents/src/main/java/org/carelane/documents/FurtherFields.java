package org.carelane.documents;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a stored document, or of a part of it, that this release does not know.
 *
 * @param alias of the type they were found in; {@code null} if none is stored
 * @param own fields
 * @param parts those of embedded documents, by field
 * @param items those of embedded documents in lists, by the list's field
 */
record FurtherFields(
    @Nullable Object alias,
    Map<String, Object> own,
    Map<String, FurtherFields> parts,
    Map<String, List<Item>> items) {

  static final String ALIAS = "_class";

  /**
   * @param known what this release knows of the item, by which it is found again
   */
  record Item(Document known, FurtherFields further) {}

  boolean isEmpty() {
    return own.isEmpty() && parts.isEmpty() && items.isEmpty();
  }

  /**
   * Puts them back where they were, as far as that is there still: not into another state, nor into
   * an item of a list that has changed.
   */
  void putBack(Document saved) {
    own.forEach(saved::putIfAbsent);
    putBackIntoPartsOf(saved);
  }

  private void putBackIntoPart(Document saved) {
    if (Objects.equals(alias, saved.get(ALIAS))) {
      putBack(saved);
    } else {
      putBackIntoPartsOf(saved);
    }
  }

  private void putBackIntoPartsOf(Document saved) {
    parts.forEach(
        (field, part) -> {
          if (saved.get(field) instanceof Document embedded) {
            part.putBackIntoPart(embedded);
          }
        });
    items.forEach(
        (field, found) -> {
          if (saved.get(field) instanceof List<?> list) {
            putBack(found, list);
          }
        });
  }

  private static void putBack(List<Item> items, List<?> saved) {
    for (var element : saved) {
      if (element instanceof Document document) {
        items.stream()
            .filter(item -> item.known().equals(document))
            .findFirst()
            .ifPresent(item -> item.further().putBack(document));
      }
    }
  }

  /** A copy of the document without them. */
  Document without(Document document) {
    var known = new HashMap<String, Object>(document);
    known.keySet().removeAll(own.keySet());
    parts.forEach(
        (field, part) ->
            known.put(field, part.without(requireNonNull((Document) document.get(field)))));
    return new Document(known);
  }
}
