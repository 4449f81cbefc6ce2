package org.carelane.documents;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.carelane.rest.ProblemException;
import org.springframework.data.mongodb.core.query.Criteria;

/** Finds documents by a part of one of their texts, in any case. No index helps. */
public final class TextSearch {

  private static final int LONGEST = 100;

  private TextSearch() {}

  /**
   * @param text as someone typed it; spaces around it do not count
   * @throws ProblemException when it is too long, or has control characters: MongoDB takes no NUL
   */
  public static Criteria containing(String text, String... fields) {
    var wanted = text.strip();
    if (wanted.length() > LONGEST || wanted.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalidRequest(
          "What is searched for has at most "
              + LONGEST
              + " characters, and no control characters.");
    }
    var part = Pattern.compile(Pattern.quote(wanted), Pattern.CASE_INSENSITIVE);
    return new Criteria()
        .orOperator(Arrays.stream(fields).map(field -> Criteria.where(field).regex(part)).toList());
  }
}
