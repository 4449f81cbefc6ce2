package org.carelane.e2e.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.carelane.e2e.Booking;

/**
 * One person in front of one page. They know what is written on it and what a screen reader would
 * say, and nothing of how it is made.
 */
final class Visitor {

  /** In ms: the machine may be busy with all other tests. */
  static final int PATIENCE = 60_000;

  private static final IsVisibleOptions WHILE_PATIENT = new IsVisibleOptions().setTimeout(PATIENCE);

  private final Page page;
  private final Complaints complaints;

  Visitor(Page page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    complaints = new Complaints(page);
  }

  Page page() {
    return page;
  }

  List<String> complaints() {
    return complaints.all();
  }

  /** An answer of this status is part of the story: {@code 409}. */
  Visitor expecting(int status) {
    complaints.expect(status);
    return this;
  }

  Visitor expectingLostNetwork() {
    complaints.expectLostNetwork();
    return this;
  }

  /** As if they had signed in before: with the cookie, and without the form. */
  Visitor signedInAs(String email, String password) {
    page.navigate(Site.address("/manifest.json"));
    var status =
        page.evaluate(
            """
            async credentials => {
              const answer = await fetch("/api/v1/auth/login", {
                method: "POST",
                headers: { "Content-Type": "application/json" },
                body: JSON.stringify({ ...credentials, refreshTokenIn: "COOKIE" }),
              });
              localStorage.setItem("carelane.signed-in", "yes");
              return answer.status;
            }
            """,
            Map.of("email", email, "password", password));
    if (!Integer.valueOf(200).equals(status)) {
      throw new AssertionError("signing in as " + email + " is answered " + status);
    }
    return this;
  }

  Visitor open(String path) {
    page.navigate(Site.address(path));
    return this;
  }

  Visitor reload() {
    page.reload();
    return this;
  }

  Visitor back() {
    page.goBack();
    return this;
  }

  Visitor forward() {
    page.goForward();
    return this;
  }

  Visitor press(String button) {
    named(AriaRole.BUTTON, button).click();
    return this;
  }

  Visitor follow(String link) {
    named(AriaRole.LINK, link).click();
    return this;
  }

  /** The first link of a part of the page that has a name. */
  Visitor followFirstOf(String region) {
    named(AriaRole.REGION, region).getByRole(AriaRole.LINK).first().click();
    return this;
  }

  Visitor fill(String field, String value) {
    labelled(field).fill(value);
    return this;
  }

  Visitor choose(String option) {
    page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(option)).first().check();
    return this;
  }

  Visitor select(String field, String option) {
    labelled(field).selectOption(option);
    return this;
  }

  /** The page whose title this is. */
  Visitor isAt(String heading) {
    var found =
        page.getByRole(
            AriaRole.HEADING, new GetByRoleOptions().setName(heading).setLevel(1).setExact(true));
    assertThat(found).isVisible(WHILE_PATIENT);
    return this;
  }

  /** One of these pages, when a saga has come to its end. */
  Visitor comesTo(String heading, String orElse) {
    var either = page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(heading));
    var other = page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(orElse));
    assertThat(either.or(other).first())
        .isVisible(new IsVisibleOptions().setTimeout(Booking.PATIENCE.toMillis()));
    return this;
  }

  Visitor sees(String text) {
    assertThat(page.getByText(text, new GetByTextOptions()).filter(visible()).first())
        .isVisible(WHILE_PATIENT);
    return this;
  }

  /** Types into a field that offers what fits, and takes the first. */
  Visitor pick(String field, String option) {
    named(AriaRole.COMBOBOX, field).fill(option);
    page.getByRole(AriaRole.OPTION).first().click();
    page.keyboard().press("Tab");
    return this;
  }

  Visitor uncheck(String box) {
    labelled(box).uncheck();
    return this;
  }

  Visitor doesNotSee(String text) {
    assertThat(page.getByText(text).filter(visible())).hasCount(0);
    return this;
  }

  Visitor hasFilled(String field, String value) {
    assertThat(labelled(field)).hasValue(value);
    return this;
  }

  private static Locator.FilterOptions visible() {
    return new Locator.FilterOptions().setVisible(true);
  }

  Locator named(AriaRole role, String name) {
    return page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true)).first();
  }

  /** By the whole label, but for the remark that nothing need be filled in. */
  Locator labelled(String field) {
    var label = Pattern.compile("^" + field.replace("?", "\\?") + "\\s*(\\(optional\\))?\\s*$");
    return page.getByLabel(label).first();
  }

  void keepWhatIsSeen(Path directory, String name) {
    try {
      Files.createDirectories(directory);
      page.screenshot(
          new ScreenshotOptions().setPath(directory.resolve(name + ".png")).setFullPage(true));
      var source = page.url() + "\n" + String.join("\n", complaints()) + "\n" + page.content();
      Files.writeString(directory.resolve(name + ".html"), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PlaywrightException e) {
      System.err.println("no picture of " + name + ": " + e.getMessage());
    }
  }
}
