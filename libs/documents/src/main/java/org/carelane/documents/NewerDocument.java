package org.carelane.documents;

import org.carelane.rest.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A newer release has written the document, and is to carry it on: this one leaves it alone.
 * Whoever asks for it over HTTP is told to try again, and comes to another instance sooner or
 * later.
 */
public class NewerDocument extends ProblemException {

  private static final long serialVersionUID = 1L;
  private static final String SECONDS = "1";

  private final String document;

  NewerDocument(String document) {
    super(
        HttpStatus.SERVICE_UNAVAILABLE,
        "service-unavailable",
        "This part of Carelane is being upgraded. Try again soon.");
    getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
    this.document = document;
  }

  @Override
  public String getMessage() {
    return document + " was written by a newer release";
  }
}
