package org.carelane.documents;

import org.carelane.documents.Completeness.Incomplete;
import org.carelane.rest.ProblemException;
import org.springframework.http.HttpStatus;

/**
 * A stored document does not fit its type: it has an unknown state or word, lacks a field, or has
 * something of another type in it. Names the document and the kind of failure, and nothing it
 * contains, since it is logged.
 */
public class UnreadableDocument extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final String document;

  UnreadableDocument(String collection, Object id, Throwable failure) {
    super(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "internal-error",
        "What is stored here cannot be read. It is logged, and nothing was changed.");
    this.document = collection + " " + id + ": " + kind(failure);
  }

  private static String kind(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof Incomplete incomplete
        ? incomplete.field() + " is missing"
        : root.getClass().getSimpleName();
  }

  @Override
  public String getMessage() {
    return "cannot read " + document;
  }
}
