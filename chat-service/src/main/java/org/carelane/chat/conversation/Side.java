package org.carelane.chat.conversation;

/** Which of the two: the one whose account id sorts first, or the other. */
public enum Side {
  FIRST,
  SECOND;

  public Side other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
