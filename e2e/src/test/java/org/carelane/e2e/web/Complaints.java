package org.carelane.e2e.web;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong on a page without being seen: errors, broken policy, requests that failed. */
final class Complaints {

  /** Written to the console by {@link #POLICY}. */
  private static final String POLICY =
      """
      addEventListener("securitypolicyviolation", event =>
        console.error("against the policy: " + event.violatedDirective + " " + event.blockedURI));
      """;

  /** The request itself is looked at. */
  private static final String REQUEST_FAILED = "Failed to load resource";

  private static final Set<String> OF_LEAVING = Set.of("net::ERR_ABORTED");

  private final List<String> all = new CopyOnWriteArrayList<>();
  private final Set<Integer> expected = new HashSet<>();
  private boolean networkMayFail;

  Complaints(Page page) {
    page.addInitScript(POLICY);
    page.onConsoleMessage(this::hear);
    page.onPageError(error -> all.add("error: " + error));
    page.onResponse(this::look);
    page.onRequestFailed(this::notice);
  }

  void expect(int status) {
    expected.add(status);
  }

  void expectLostNetwork() {
    networkMayFail = true;
  }

  List<String> all() {
    return List.copyOf(all);
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !message.text().startsWith(REQUEST_FAILED)) {
      all.add("console: " + message.text());
    }
  }

  private void look(Response response) {
    if (response.status() >= 400 && !expected.contains(response.status())) {
      all.add("%d %s %s".formatted(response.status(), response.request().method(), response.url()));
    }
  }

  private void notice(Request request) {
    if (!networkMayFail && !OF_LEAVING.contains(request.failure())) {
      all.add("%s: %s %s".formatted(request.failure(), request.method(), request.url()));
    }
  }
}
