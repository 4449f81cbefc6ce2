package org.carelane.e2e;

import java.util.stream.Stream;

/** What a service tells Prometheus. */
final class Metrics {

  private Metrics() {}

  /**
   * The sum of a metric's samples that carry all of the labels, now.
   *
   * @param labels each as Prometheus writes it, e.g. {@code state="open"}
   */
  static double sum(String service, String metric, String... labels) {
    return samples(service, metric)
        .filter(sample -> Stream.of(labels).allMatch(sample::contains))
        .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' '))))
        .sum();
  }

  static boolean has(String service, String metric) {
    return samples(service, metric).findAny().isPresent();
  }

  private static Stream<String> samples(String service, String metric) {
    return RunningFleet.operations(service)
        .get("/actuator/prometheus")
        .raw()
        .lines()
        .filter(sample -> sample.startsWith(metric + "{"));
  }
}
