package org.carelane.e2e.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.carelane.e2e.People;
import org.carelane.e2e.People.Person;

/** Everyone who has a browser in front of them during a test. */
final class Visitors {

  /** What a phone and a desk show. */
  static final int PHONE = 360;

  static final int DESK = 1280;

  private final Browser browser;
  private final List<Visitor> all = new ArrayList<>();

  Visitors(Browser browser) {
    this.browser = browser;
  }

  /** Somebody with a browser of their own, not signed in. */
  Visitor somebody() {
    return somebody("en-GB", DESK);
  }

  /** Without a service worker, which would keep requests from {@link Network}. */
  Visitor somebody(String locale, int width) {
    return with(options(locale, width).setServiceWorkers(ServiceWorkerPolicy.BLOCK));
  }

  /** As browsers are, with what makes the client start without a network. */
  Visitor withServiceWorker() {
    return with(options("en-GB", DESK));
  }

  private static NewContextOptions options(String locale, int width) {
    return new NewContextOptions()
        .setLocale(locale)
        .setTimezoneId("Europe/Berlin")
        .setViewportSize(width, 800)
        .setReducedMotion(ReducedMotion.REDUCE);
  }

  private Visitor with(NewContextOptions options) {
    return add(new Visitor(browser.newContext(options).newPage()));
  }

  Visitor signedIn(Person person) {
    return somebody().signedInAs(person.email(), People.PASSWORD);
  }

  /** Another tab of the same browser. */
  Visitor anotherTabOf(Visitor visitor) {
    return add(new Visitor(visitor.page().context().newPage()));
  }

  private Visitor add(Visitor visitor) {
    all.add(visitor);
    return visitor;
  }

  void requireNoComplaint() {
    assertThat(all.stream().flatMap(it -> it.complaints().stream()))
        .as("complaints of the pages")
        .isEmpty();
  }

  void keepWhatTheySee(Path directory, String name) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).keepWhatIsSeen(directory, name + (i == 0 ? "" : "-" + (i + 1)));
    }
  }

  void leave() {
    all.forEach(it -> it.page().context().close());
  }
}
