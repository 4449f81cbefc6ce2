package org.carelane.e2e;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.carelane.e2e.Selector.Matcher;

/**
 * What all processes of the fleet tell Prometheus at a moment.
 *
 * @param samples the labels of each sample, by metric
 */
record Scrape(Map<String, List<Map<String, String>>> samples) {

  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Prometheus adds these itself: where it found the process. */
  private static final Set<String> OF_THE_TARGET = Set.of("instance", "job");

  static Scrape of(List<String> services) {
    var samples = new HashMap<String, List<Map<String, String>>>();
    for (var service : services) {
      var text = RunningFleet.operations(service).get("/actuator/prometheus").raw();
      for (var line : text.lines().toList()) {
        var sample = SAMPLE.matcher(line);
        if (sample.matches()) {
          samples
              .computeIfAbsent(sample.group(1), _ -> new ArrayList<>())
              .add(labels(sample.group(2)));
        }
      }
    }
    return new Scrape(samples);
  }

  private static Map<String, String> labels(String text) {
    var labels = new HashMap<String, String>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(it -> labels.put(it.group(1), it.group(2)));
    }
    return labels;
  }

  /** Whether there is a sample of that metric whose labels are as they have to be. */
  boolean has(String metric, List<Matcher> matchers) {
    return samples.getOrDefault(metric, List.of()).stream()
        .anyMatch(labels -> matchers.stream().allMatch(matcher -> accepts(matcher, labels)));
  }

  private static boolean accepts(Matcher matcher, Map<String, String> labels) {
    return OF_THE_TARGET.contains(matcher.label())
        || matcher.accepts(labels.getOrDefault(matcher.label(), ""));
  }

  /** All labels that samples of a metric have. */
  Set<String> labelsOf(String metric) {
    var names = new HashSet<>(OF_THE_TARGET);
    samples.getOrDefault(metric, List.of()).forEach(labels -> names.addAll(labels.keySet()));
    return names;
  }
}
