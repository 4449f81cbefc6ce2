package org.carelane.notifications.letter;

import static java.util.stream.Collectors.joining;

import org.springframework.web.util.HtmlUtils;

/** A letter laid out twice, for readers with and without HTML. All are one line except bodies. */
public record PrintedLetter(String subject, String text, String html) {

  public static PrintedLetter of(Letter letter, String recipientName) {
    var words = Wording.of(letter, recipientName);
    return new PrintedLetter(words.subject(), text(words), html(words));
  }

  private static String text(Words words) {
    var facts =
        words.facts().stream()
            .map(fact -> "  %s: %s\n".formatted(fact.name(), fact.value()))
            .collect(joining());
    return """
    %s

    %s

    %s
    %s

    Carelane
    """
        .formatted(words.salutation(), words.opening(), facts, words.closing());
  }

  private static String html(Words words) {
    var facts =
        words.facts().stream()
            .map(
                fact ->
                    "<tr><th align=\"left\">%s</th><td>%s</td></tr>\n"
                        .formatted(escaped(fact.name()), escaped(fact.value())))
            .collect(joining());
    return """
    <!DOCTYPE html>
    <html lang="en">
    <body style="font-family: sans-serif">
    <p>%s</p>
    <p>%s</p>
    <table cellpadding="4">
    %s</table>
    <p>%s</p>
    <p>Carelane</p>
    </body>
    </html>
    """
        .formatted(
            escaped(words.salutation()), escaped(words.opening()), facts, escaped(words.closing()));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
