package org.carelane.chat.message;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.carelane.rest.text.Prose;

/**
 * A message to be sent.
 *
 * @param text 1 to 4000 code points
 */
@Schema(
    example =
        """
        {"text": "The fever is gone. Do I take the rest of the tablets?"}\
        """)
public record MessageDraft(@NotNull @Prose(max = MAX_LENGTH) String text) {

  public static final int MAX_LENGTH = 4000;

  /** Without the text: it is health data. */
  @Override
  public String toString() {
    return "MessageDraft";
  }
}
