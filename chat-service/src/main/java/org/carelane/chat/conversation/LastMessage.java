package org.carelane.chat.conversation;

import java.time.Instant;

/**
 * What a list of conversations shows of the latest message.
 *
 * @param preview the beginning of its text: health data, therefore not in {@link #toString()}
 */
public record LastMessage(String id, String senderId, String preview, Instant sentAt) {

  private static final int PREVIEW = 120;

  public static LastMessage of(String id, String senderId, String text, Instant sentAt) {
    return new LastMessage(id, senderId, beginningOf(text), sentAt);
  }

  private static String beginningOf(String text) {
    if (text.length() <= PREVIEW) {
      return text;
    }
    boolean splitsCharacter = Character.isHighSurrogate(text.charAt(PREVIEW - 1));
    return text.substring(0, splitsCharacter ? PREVIEW - 1 : PREVIEW);
  }

  @Override
  public String toString() {
    return "LastMessage[" + id + "]";
  }
}
