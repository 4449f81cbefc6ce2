package org.carelane.appointments.doctor;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;
import org.carelane.rest.ProblemException;

/**
 * Text as it is compared in a search: without case, accents and the ways in which Unicode can write
 * the same. {@code BJÖRK}, {@code bjo\u0308rk} and {@code bjork} are the same.
 */
final class SearchText {

  private static final int LONGEST = 100;
  private static final Normalizer2 WITHOUT_CASE = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  /** Letters with a stroke are letters of their own in Unicode. */
  private static final String STROKES = "øłđħŧı";

  private static final String WITHOUT_STROKES = "oldhti";

  private SearchText() {}

  static String of(String text) {
    var apart = APART.normalize(WITHOUT_CASE.normalize(text));
    var letters = new StringBuilder(MARKS.matcher(apart).replaceAll(""));
    for (int i = 0; i < letters.length(); i++) {
      int stroke = STROKES.indexOf(letters.charAt(i));
      if (stroke >= 0) {
        letters.setCharAt(i, WITHOUT_STROKES.charAt(stroke));
      }
    }
    return letters.toString();
  }

  /**
   * @param text as someone typed it; spaces around it do not count
   * @throws ProblemException when it is too long, or has control characters
   */
  static String typed(String text) {
    var wanted = text.strip();
    if (wanted.length() > LONGEST || wanted.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalidRequest(
          "What is searched for has at most "
              + LONGEST
              + " characters, and no control characters.");
    }
    return of(wanted);
  }
}
