package org.carelane.chat.message;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A message to be sent.
 *
 * @param text 1 to 4000 characters (UTF-16), not only white space; health data, therefore not in
 *     {@link #toString()}
 */
@Schema(
    example =
        """
        {"text": "The fever is gone. Do I take the rest of the tablets?"}\
        """)
public record MessageDraft(
    @NotNull @Size(max = MAX_LENGTH) @Pattern(regexp = SOMETHING, message = "must not be blank")
        String text) {

  public static final int MAX_LENGTH = 4000;
  private static final String SOMETHING = "(?Us).*\\S.*";

  @Override
  public String toString() {
    return "MessageDraft";
  }
}
