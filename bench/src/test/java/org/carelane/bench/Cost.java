package org.carelane.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the fleet's processes on this machine took in memory and processor time, before and after a
 * number of bookings. Nothing is printed where the fleet is elsewhere.
 */
final class Cost {

  /** {@code ./fleet} marks its processes with what they are and where they live. */
  private static final Pattern MARK = Pattern.compile("-Dcarelane\\.process=([^@\\s]+)@");

  private record Process(long kilobytes, Duration processor) {

    Process plus(Process other) {
      return new Process(kilobytes + other.kilobytes, processor.plus(other.processor));
    }
  }

  private final Map<String, Process> before = look();

  /** To be asked right after the bookings. A Markdown table; empty where nothing can be told. */
  String table(int bookings) {
    var after = look();
    if (after.isEmpty() || bookings == 0) {
      return "";
    }
    var table = new StringBuilder();
    table.append(
        "| process | resident before | after %,d bookings | processor time per booking |\n"
            .formatted(bookings));
    table.append("|---|---|---|---|\n");
    after.entrySet().stream()
        .filter(it -> before.containsKey(it.getKey()))
        .sorted(Comparator.comparing(it -> -spent(it.getKey(), it.getValue()).toMillis()))
        .map(it -> row(it.getKey(), before.get(it.getKey()), it.getValue(), bookings))
        .forEach(table::append);
    return table.append(row("**all**", sum(before), sum(after), bookings)).toString();
  }

  private Duration spent(String name, Process now) {
    return now.processor().minus(before.get(name).processor());
  }

  private static String row(String name, Process before, Process after, int bookings) {
    return String.format(
        Locale.ROOT,
        "| %s | %d MB | %d MB | %.1f ms |\n",
        name,
        before.kilobytes() / 1024,
        after.kilobytes() / 1024,
        (double) after.processor().minus(before.processor()).toMillis() / bookings);
  }

  private static Process sum(Map<String, Process> processes) {
    return processes.values().stream().reduce(new Process(0, Duration.ZERO), Process::plus);
  }

  private static Map<String, Process> look() {
    var found = new TreeMap<String, Process>();
    ProcessHandle.allProcesses()
        .forEach(
            process -> {
              var mark = MARK.matcher(process.info().commandLine().orElse(""));
              if (mark.find()) {
                found.merge(mark.group(1), of(process), Process::plus);
              }
            });
    return found;
  }

  private static Process of(ProcessHandle process) {
    return new Process(
        kilobytes(process.pid()), process.info().totalCpuDuration().orElse(Duration.ZERO));
  }

  /** Linux and macOS agree on this; 0 when it cannot be told. */
  private static long kilobytes(long pid) {
    try {
      var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (var output = ps.getInputStream()) {
        return Long.parseLong(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
      }
    } catch (IOException | NumberFormatException unknown) {
      return 0;
    }
  }
}
