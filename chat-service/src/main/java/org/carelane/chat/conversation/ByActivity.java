package org.carelane.chat.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import org.carelane.rest.ProblemException;

/** The sort key of a list of conversations, newest activity first. */
record ByActivity(Instant activeAt, String id) {

  static String of(Conversation conversation) {
    return conversation.activeAt().toEpochMilli() + "/" + conversation.id();
  }

  static ByActivity parse(String cursor) {
    int slash = cursor.indexOf('/');
    try {
      var activeAt = Instant.ofEpochMilli(Long.parseLong(cursor, 0, Math.max(slash, 0), 10));
      return new ByActivity(activeAt, cursor.substring(slash + 1));
    } catch (NumberFormatException | DateTimeException e) {
      throw ProblemException.invalidRequest("The cursor is not one this service handed out.");
    }
  }
}
