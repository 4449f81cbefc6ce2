package org.carelane.deployment.kubernetes;

import java.util.List;
import java.util.stream.Stream;

/** All rules. */
final class Checks {

  static final List<Check> ALL =
      Stream.of(
              WorkloadChecks.ALL,
              PodChecks.ALL,
              SecurityChecks.ALL,
              ConfigurationChecks.ALL,
              SecretChecks.ALL,
              AvailabilityChecks.ALL,
              NetworkChecks.ALL,
              IngressChecks.ALL,
              KafkaChecks.ALL,
              MongoDbChecks.ALL,
              MonitoringChecks.ALL)
          .flatMap(List::stream)
          .toList();

  private Checks() {}
}
