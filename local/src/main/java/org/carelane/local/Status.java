package org.carelane.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fleet as it is now, a line per service and one for its caches. */
record Status(List<Line> lines, Caches caches) {

  /**
   * @param state ready, not ready, died or stopped
   */
  record Line(String service, String state, int port, long pid, long residentKilobytes) {}

  static Status of(Fleet fleet) {
    return new Status(fleet.services().stream().map(s -> line(fleet, s)).toList(), fleet.caches());
  }

  private static Line line(Fleet fleet, Service service) {
    int port = fleet.surroundings().ports().of(service);
    var process = fleet.process(service);
    return process
        .running()
        .map(
            handle ->
                new Line(
                    service.name(),
                    isReady(fleet, service) ? "ready" : "not ready",
                    port,
                    handle.pid(),
                    Memory.residentKilobytes(handle.pid())))
        .orElseGet(
            () -> new Line(service.name(), process.hasDied() ? "died" : "stopped", port, 0, 0));
  }

  private static boolean isReady(Fleet fleet, Service service) {
    try {
      return fleet.surroundings().probe(service).isReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean isAllReady() {
    return lines.stream().allMatch(line -> line.state().equals("ready"));
  }

  String text() {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(text(line)));
    long total = lines.stream().mapToLong(Line::residentKilobytes).sum();
    text.append(total == 0 ? "" : "  %d MB in all%n".formatted(total / 1024));
    return text.append(caches.text()).toString();
  }

  private static String text(Line line) {
    var where =
        Optional.of(line)
            .filter(running -> running.pid() > 0)
            .map(
                running ->
                    "127.0.0.1:%-6d pid %-8d %d MB"
                        .formatted(line.port(), line.pid(), line.residentKilobytes() / 1024))
            .orElse("");
    return String.format(Locale.ROOT, "  %-22s %-10s %s", line.service(), line.state(), where)
            .stripTrailing()
        + System.lineSeparator();
  }
}
