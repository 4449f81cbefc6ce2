package org.carelane.notifications.letter;

import static java.util.stream.Collectors.joining;

import org.carelane.notifications.letter.LetterText.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A letter as plain text and as HTML. The subject is one line. */
public record RenderedLetter(String subject, String text, String html) {

  /**
   * @param recipientName {@code null} if the address may be a stranger's
   */
  public static RenderedLetter of(Letter letter, @Nullable String recipientName) {
    var content = LetterTexts.of(letter, recipientName);
    return new RenderedLetter(content.subject(), text(content), html(content));
  }

  private static String text(LetterText content) {
    var facts =
        content.facts().stream()
            .map(fact -> "  %s: %s\n".formatted(fact.name(), fact.value()))
            .collect(joining());
    return """
    %s

    %s

    %s
    %s

    Carelane
    """
        .formatted(content.salutation(), content.opening(), facts, content.closing());
  }

  private static String html(LetterText content) {
    var facts =
        content.facts().stream()
            .map(
                fact ->
                    "<tr><th align=\"left\">%s</th><td>%s</td></tr>\n"
                        .formatted(escaped(fact.name()), html(fact)))
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
            escaped(content.salutation()),
            escaped(content.opening()),
            facts,
            escaped(content.closing()));
  }

  private static String html(Fact fact) {
    var value = escaped(fact.value());
    return fact.isLink() ? "<a href=\"%s\">%s</a>".formatted(value, value) : value;
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
