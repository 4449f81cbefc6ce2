package org.carelane.e2e.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What axe finds on a page. It is brought there once and asked as often as one likes, while {@link
 * AxeBuilder} brings its half a megabyte for each question. There are no frames to look into.
 */
final class Axe {

  private static final String SOURCE = source();

  private static final String VIOLATIONS =
      """
      async only => {
        const found = await axe.run(document, { runOnly: only, resultTypes: ["violations"] });
        return found.violations.map(({ id, nodes }) => [
          id,
          ...nodes.slice(0, 3).map(({ html, failureSummary }) => html + " " + failureSummary),
        ].join("\\n  "));
      }
      """;

  private final Page page;

  private Axe(Page page) {
    this.page = page;
  }

  static Axe on(Page page) {
    page.evaluate(SOURCE);
    return new Axe(page);
  }

  /**
   * @param only rules, or their tags
   */
  Stream<String> violations(List<String> only) {
    return ((List<?>) page.evaluate(VIOLATIONS, only)).stream().map(String.class::cast);
  }

  private static String source() {
    try (var source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(source.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
