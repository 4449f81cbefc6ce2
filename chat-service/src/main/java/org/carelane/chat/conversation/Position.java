package org.carelane.chat.conversation;

/**
 * A position in a conversation: how many messages there are up to it, in all and of one side. The
 * sequence has no gaps, so the number of unread messages is the difference of two positions.
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
