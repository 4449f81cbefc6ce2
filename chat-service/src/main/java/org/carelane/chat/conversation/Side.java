package org.carelane.chat.conversation;

/** One of the two parties: the one whose account id sorts first, or the other. */
public enum Side {
  FIRST,
  SECOND;

  public Side other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
