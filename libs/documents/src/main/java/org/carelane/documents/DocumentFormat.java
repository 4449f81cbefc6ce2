package org.carelane.documents;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Whether this release understands a document: its {@code format} is a number, 1 if it is missing.
 * A release that writes what the one before cannot read, such as a new state, writes it under the
 * next number; further fields alone are no new format.
 */
public final class DocumentFormat {

  static final String FIELD = "format";
  static final int KNOWN = 1;

  private DocumentFormat() {}

  /** Of the wanted documents those this release understands. */
  public static Criteria known(Criteria wanted) {
    return wanted.and(FIELD).not().gt(KNOWN);
  }

  static void requireKnown(@Nullable Document document) {
    if (document != null
        && document.get(FIELD) instanceof Number format
        && format.intValue() > KNOWN) {
      throw new NewerDocument(document.get("_id") + " of format " + format);
    }
  }
}
