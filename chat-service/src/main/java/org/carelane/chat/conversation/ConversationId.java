package org.carelane.chat.conversation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The sorted pair of account ids, written {@code first~second}: two accounts have one conversation
 * only. Every character is unreserved in URLs and literal in STOMP destinations.
 */
public record ConversationId(String first, String second) {

  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
  private static final String SEPARATOR = "~";

  public ConversationId {
    if (!ACCOUNT.matcher(first).matches() || !ACCOUNT.matcher(second).matches()) {
      throw new IllegalArgumentException("not a pair of account ids");
    }
    if (first.compareTo(second) >= 0) {
      throw new IllegalArgumentException("not sorted, or nobody to talk to");
    }
  }

  public static ConversationId between(String one, String other) {
    return one.compareTo(other) < 0
        ? new ConversationId(one, other)
        : new ConversationId(other, one);
  }

  /** Empty for a text that cannot name a conversation. */
  public static Optional<ConversationId> parse(String text) {
    int at = text.indexOf(SEPARATOR);
    if (at < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ConversationId(text.substring(0, at), text.substring(at + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean includes(String accountId) {
    return first.equals(accountId) || second.equals(accountId);
  }

  @Override
  public String toString() {
    return first + SEPARATOR + second;
  }
}
