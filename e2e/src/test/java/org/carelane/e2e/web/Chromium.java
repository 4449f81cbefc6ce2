package org.carelane.e2e.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium that is installed here, started once for all tests; used by one test at a time. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /** Nothing but what the pages ask for goes over the network. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        program("node").orElseThrow().toString())));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium().orElseThrow()).setArgs(FLAGS));
  }

  /** What this machine lacks. */
  static Optional<String> missing() {
    if (chromium().isEmpty()) {
      return Optional.of("there is no Chromium on the PATH (Debian's package chromium)");
    }
    return program("node").isEmpty()
        ? Optional.of("there is no Node on the PATH")
        : Optional.empty();
  }

  private static Optional<Path> chromium() {
    return NAMES.stream().flatMap(name -> program(name).stream()).findFirst();
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
