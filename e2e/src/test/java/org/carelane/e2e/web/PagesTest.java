package org.carelane.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** Nothing else changes in the dark. */
  private static final List<String> COLOURS = List.of("color-contrast");

  private static final String LOADED =
      """
      direction =>
        document.documentElement.dir === direction &&
        document.querySelectorAll("h1").length === 1 &&
        document.querySelector("main .appears-late, main [aria-busy=true]") === null
      """;

  private static final WaitForFunctionOptions WHILE_PATIENT =
      new WaitForFunctionOptions().setTimeout(30_000);

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
    assertThat(faults).isEmpty();
  }

  private void look(Visitor visitor, PageToSee page, Way way) {
    visitor.open(page.path().get());
    var what = page.name() + " " + way.direction;
    try {
      awaitLoaded(visitor.page(), way);
    } catch (TimeoutError e) {
      faults.add(what + " is not there: " + e.getMessage());
      return;
    }
    var axe = Axe.on(visitor.page());
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      visitor.page().emulateMedia(at(scheme));
      visitor.page().evaluate(NEXT_FRAME);
      var now = what + " " + scheme.name().toLowerCase(Locale.ROOT);
      fit(visitor.page(), now);
      axe.violations(scheme == ColorScheme.DARK ? COLOURS : WCAG_2_2_AA)
          .forEach(violation -> faults.add(now + ": " + violation));
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
    page.waitForFunction(LOADED, way.direction, WHILE_PATIENT);
  }

  private void fit(Page page, String what) {
    int beyond =
        (int)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (beyond > 0) {
      faults.add(what + " is " + beyond + " px wider than the screen");
    }
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
