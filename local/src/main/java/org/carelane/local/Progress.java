package org.carelane.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a line per service. On a terminal each is rewritten in place, elsewhere each change is a
 * new line.
 */
final class Progress {

  private final PrintStream out;
  private final boolean terminal;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private int shown;

  private Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static Progress on(PrintStream out) {
    var console = System.console();
    return new Progress(out, console != null && console.isTerminal());
  }

  static Progress silent() {
    return new Progress(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), false);
  }

  void starting(Service service) {
    show(service.name(), "starting");
  }

  void ready(Service service, Duration took) {
    show(service.name(), String.format(Locale.ROOT, "ready in %.1f s", took.toMillis() / 1000.0));
  }

  void alreadyRunning(Service service) {
    show(service.name(), "already running");
  }

  /** Later lines are printed below the details, which may be longer than a screen. */
  void failed(Service service, String reason, String details) {
    show(service.name(), "failed: " + reason);
    say(details);
  }

  private synchronized void say(String text) {
    out.println(text);
    lines.clear(); // what stands above stays as it is
    shown = 0;
  }

  private synchronized void show(String name, String state) {
    lines.put(name, state);
    if (!terminal) {
      out.println(line(name, state));
      return;
    }
    if (shown > 0) {
      out.print("\033[" + shown + "A");
    }
    lines.forEach((service, text) -> out.println("\033[2K" + line(service, text)));
    shown = lines.size();
    out.flush();
  }

  private static String line(String name, String state) {
    return String.format(Locale.ROOT, "  %-22s %s", name, state);
  }
}
