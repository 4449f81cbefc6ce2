package org.carelane.deployment.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class Checks {

  static final List<Check> ALL =
      Stream.of(
              PodChecks.ALL,
              ConfigurationChecks.ALL,
              AvailabilityChecks.ALL,
              NetworkChecks.ALL,
              IngressChecks.ALL,
              ServerChecks.ALL,
              MonitoringChecks.ALL)
          .flatMap(List::stream)
          .toList();

  private Checks() {}
}
