package org.carelane.e2e.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.carelane.e2e.web.DemoPages.PageToSee;
import org.carelane.e2e.web.DemoPages.Reader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Opens every page, in both directions of writing, at a desk and on a phone, light and dark: axe
 * finds nothing, nothing is wider than the screen, and nothing goes wrong without being seen. With
 * {@code -Dscreenshots=DIRECTORY} it leaves a picture of each.
 */
@InBrowser
class PagesTest {

  private static final List<String> WCAG_2_2_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final HasCountOptions WHILE_PATIENT = new HasCountOptions().setTimeout(30_000);

  /** The colours have changed by then. */
  private static final String NEXT_FRAME =
      "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))";

  private static final @Nullable String PICTURES = System.getProperty("screenshots");

  /** Left to right at a desk, right to left on a phone. */
  private enum Way {
    DESK("en-GB", "ltr", Visitors.DESK),
    PHONE("ar", "rtl", Visitors.PHONE);

    final String locale;
    final String direction;
    final int width;

    Way(String locale, String direction, int width) {
      this.locale = locale;
      this.direction = direction;
      this.width = width;
    }
  }

  private final List<String> faults = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(Reader.class)
  void everyPageIsAccessibleAndFits(Reader reader, Visitors visitors) {
    var pages = DemoPages.all().stream().filter(page -> page.reader() == reader).toList();
    for (var way : Way.values()) {
      var visitor = visitors.somebody(way.locale, way.width);
      if (reader.signsIn()) {
        visitor.signedInAs(reader.email, reader.password);
      }
      pages.forEach(page -> look(visitor, page, way));
    }
    Assertions.assertThat(faults).isEmpty();
  }

  private void look(Visitor visitor, PageToSee page, Way way) {
    visitor.open(page.path().get());
    var what = page.name() + " " + way.direction;
    try {
      awaitLoaded(visitor.page(), way);
    } catch (AssertionError e) {
      faults.add(what + " is not there: " + e.getMessage());
      return;
    }
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      visitor.page().emulateMedia(at(scheme));
      visitor.page().evaluate(NEXT_FRAME);
      lookAt(visitor.page(), scheme, what + " " + scheme.name().toLowerCase(Locale.ROOT));
    }
    if (PICTURES != null) {
      takePictures(visitor.page(), page, way);
    }
  }

  /** Without transitions: colours are looked at when they have changed. */
  private static EmulateMediaOptions at(ColorScheme scheme) {
    return new EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
  }

  private static void awaitLoaded(Page page, Way way) {
    assertThat(page.locator("html[dir=%s] h1".formatted(way.direction))).hasCount(1, WHILE_PATIENT);
    assertThat(page.locator("main .appears-late, main [aria-busy=true]"))
        .hasCount(0, WHILE_PATIENT);
  }

  private void lookAt(Page page, ColorScheme scheme, String what) {
    int beyond =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (beyond > 0) {
      faults.add(what + " is " + beyond + " px wider than the screen");
    }
    for (var violation : axe(page, scheme).analyze().getViolations()) {
      faults.add(what + ": " + words(violation));
    }
  }

  /**
   * Legacy is what spares a further tab for each look; it differs for frames only. In the dark,
   * only colours are others.
   */
  private static AxeBuilder axe(Page page, ColorScheme scheme) {
    var axe = new AxeBuilder(page).setLegacyMode(true).options(onlyViolations());
    return scheme == ColorScheme.DARK
        ? axe.withRules(List.of("color-contrast"))
        : axe.withTags(WCAG_2_2_AA);
  }

  /** What is as it should be is not reported node by node. */
  private static AxeRunOptions onlyViolations() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private static String words(Rule violation) {
    return violation.getId()
        + violation.getNodes().stream()
            .limit(3)
            .map(it -> "\n  " + it.getHtml() + " " + it.getFailureSummary())
            .toList();
  }

  private static void takePictures(Page page, PageToSee seen, Way way) {
    for (var width : List.of(Visitors.PHONE, Visitors.DESK)) {
      page.setViewportSize(width, 800);
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        page.emulateMedia(at(scheme));
        var name =
            "%s-%s-%s-%s.png"
                .formatted(
                    seen.name(),
                    width == Visitors.PHONE ? "phone" : "desk",
                    way.direction,
                    scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new ScreenshotOptions().setPath(Path.of(PICTURES, name)).setFullPage(true));
      }
    }
    page.setViewportSize(way.width, 800);
  }
}
