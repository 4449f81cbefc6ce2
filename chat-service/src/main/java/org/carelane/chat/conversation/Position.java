package org.carelane.chat.conversation;

/**
 * A point in a conversation, told by the messages up to and including it. The sequence has no gaps;
 * with the count of one side it tells how many messages each side sent, so that unread ones are
 * counted by a subtraction.
 *
 * @param sequence number of messages so far
 * @param ofFirst how many of them were sent by {@link Side#FIRST}
 */
public record Position(long sequence, long ofFirst) {

  public static final Position START = new Position(0, 0);

  public Position next(Side sender) {
    return new Position(sequence + 1, sender == Side.FIRST ? ofFirst + 1 : ofFirst);
  }

  public long sentBy(Side side) {
    return side == Side.FIRST ? ofFirst : sequence - ofFirst;
  }
}
