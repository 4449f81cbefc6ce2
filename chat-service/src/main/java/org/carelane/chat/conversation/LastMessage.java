package org.carelane.chat.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What a list of conversations shows of the latest message.
 *
 * @param senderId an account
 * @param preview the first 120 characters of its text
 */
@Schema(
    example =
        """
        {"id": "018f5e82-4f6d-7b08-9c1a-3e5d7f9b1c20", "senderId": "018f3c2e-6a10-7b3d-8f21-5c9e0d7a4b36",
         "preview": "The fever is gone.", "sentAt": "2027-03-16T07:45:10.500Z"}\
        """)
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

  /** Without the text: it is health data. */
  @Override
  public String toString() {
    return "LastMessage[" + id + "]";
  }
}
