package org.carelane.notifications.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import org.carelane.notifications.Problems;

/** Where an item is in the order of its inbox. */
record Position(Instant createdAt, String id) {

  static Position of(InboxItem item) {
    return new Position(item.createdAt(), item.id());
  }

  /**
   * @throws org.carelane.rest.ProblemException when it is not what {@link #toString} made
   */
  static Position parse(String text) {
    try {
      int end = text.indexOf(' ');
      return new Position(Instant.parse(text.substring(0, end)), text.substring(end + 1));
    } catch (DateTimeException | IndexOutOfBoundsException e) {
      throw Problems.foreignCursor();
    }
  }

  @Override
  public String toString() {
    return createdAt + " " + id;
  }
}
