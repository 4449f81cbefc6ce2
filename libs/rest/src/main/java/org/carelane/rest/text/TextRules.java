package org.carelane.rest.text;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What is wrong with a text, in words for its writer; {@code null} when nothing is. */
final class TextRules {

  /**
   * Letters and symbols by their category, of which nothing is seen: fillers and blank patterns.
   */
  private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0x1D159);

  private static final int LEFT_TO_RIGHT_EMBEDDING = 0x202A;
  private static final int RIGHT_TO_LEFT_EMBEDDING = 0x202B;
  private static final int POP_DIRECTIONAL_FORMATTING = 0x202C;
  private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
  private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
  private static final int LEFT_TO_RIGHT_ISOLATE = 0x2066;
  private static final int RIGHT_TO_LEFT_ISOLATE = 0x2067;
  private static final int FIRST_STRONG_ISOLATE = 0x2068;
  private static final int POP_DIRECTIONAL_ISOLATE = 0x2069;

  private TextRules() {}

  static @Nullable String complaintAboutLine(String text, int max, boolean blank) {
    if (text.codePoints().anyMatch(it -> isControl(it) || isLineSeparator(it))) {
      return "must be one line of text, without control characters";
    }
    return complaint(text, max, blank);
  }

  static @Nullable String complaintAboutProse(String text, int max, boolean blank) {
    IntPredicate allowed = it -> it == '\n' || it == '\t';
    if (text.codePoints().anyMatch(it -> isControl(it) && !allowed.test(it))) {
      return "must have no control characters";
    }
    return complaint(text, max, blank);
  }

  private static @Nullable String complaint(String text, int max, boolean blank) {
    if (!Texts.isWhole(text)) {
      return "must be whole characters";
    }
    if (text.codePointCount(0, text.length()) > max) {
      return "must have at most " + max + " characters";
    }
    if (text.codePoints().noneMatch(TextRules::isVisible) && !(blank && text.isEmpty())) {
      return "must not be blank";
    }
    return text.lines().allMatch(TextRules::closesItsDirections)
        ? null
        : "must close each text direction that it opens";
  }

  private static boolean isControl(int codePoint) {
    return Character.getType(codePoint) == Character.CONTROL;
  }

  private static boolean isLineSeparator(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !BLANK.contains(codePoint);
    };
  }

  /**
   * Unicode Standard Annex 9: an embedding or override ends at PDF, an isolate, with what is open
   * in it, at PDI. What stays open would turn around the text that is shown after this one.
   */
  private static boolean closesItsDirections(String line) {
    var open = new ArrayDeque<Integer>();
    for (int codePoint : line.codePoints().toArray()) {
      switch (codePoint) {
        case LEFT_TO_RIGHT_EMBEDDING,
            RIGHT_TO_LEFT_EMBEDDING,
            LEFT_TO_RIGHT_OVERRIDE,
            RIGHT_TO_LEFT_OVERRIDE ->
            open.push(POP_DIRECTIONAL_FORMATTING);
        case LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE ->
            open.push(POP_DIRECTIONAL_ISOLATE);
        case POP_DIRECTIONAL_FORMATTING -> {
          if (!open.isEmpty() && open.peek() == POP_DIRECTIONAL_FORMATTING) {
            open.pop();
          }
        }
        case POP_DIRECTIONAL_ISOLATE -> {
          if (open.contains(POP_DIRECTIONAL_ISOLATE)) {
            while (open.pop() != POP_DIRECTIONAL_ISOLATE) {
              // embeddings within the isolate end with it
            }
          }
        }
        default -> {}
      }
    }
    return open.isEmpty();
  }
}
