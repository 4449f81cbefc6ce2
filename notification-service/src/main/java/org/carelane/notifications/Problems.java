package org.carelane.notifications;

import org.carelane.rest.ProblemException;

/** What this service refuses. */
public final class Problems {

  private Problems() {}

  /** The item does not exist, or is in another's inbox. */
  public static ProblemException notFound() {
    return ProblemException.notFound();
  }

  public static ProblemException foreignCursor() {
    return ProblemException.invalidRequest("The cursor is not one this service handed out.");
  }
}
