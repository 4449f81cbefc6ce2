package org.carelane.local;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fleet as it is now, a line per service and one for its caches. */
record Status(List<Line> lines, Caches caches) {

  /**
   * @param state ready, not ready, died or stopped
   */
  record Line(String service, String state, int port, long pid, Memory memory) {}

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
                    Memory.of(handle.pid())))
        .orElseGet(
            () ->
                new Line(
                    service.name(), process.hasDied() ? "died" : "stopped", port, 0, Memory.NONE));
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
    text.append(inAll(lines.stream().map(Line::memory).reduce(Memory.NONE, Memory::plus)));
    return text.append(caches.text()).toString();
  }

  private static String inAll(Memory memory) {
    if (memory.equals(Memory.NONE)) {
      return "";
    }
    var once = "; %d MB, when what they share is counted once";
    return "  %d MB in all".formatted(memory.residentKilobytes() / 1024)
        + (memory.shareKilobytes() == 0 ? "" : once.formatted(memory.shareKilobytes() / 1024))
        + System.lineSeparator();
  }

  private static String text(Line line) {
    var where =
        Optional.of(line)
            .filter(running -> running.pid() > 0)
            .map(
                running ->
                    "127.0.0.1:%-6d pid %-8d %d MB"
                        .formatted(
                            line.port(), line.pid(), line.memory().residentKilobytes() / 1024))
            .orElse("");
    return String.format(Locale.ROOT, "  %-22s %-10s %s", line.service(), line.state(), where)
            .stripTrailing()
        + System.lineSeparator();
  }
}
