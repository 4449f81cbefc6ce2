package org.carelane.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule notices its mistakes, and no other rule does. */
class MutationsTest {

  static Stream<Mutation> mutations() {
    return Stream.of(
            WorkloadMutations.ALL,
            PodMutations.ALL,
            SecurityMutations.ALL,
            ConfigurationMutations.ALL,
            SecretMutations.ALL,
            AvailabilityMutations.ALL,
            NetworkMutations.ALL,
            IngressMutations.ALL,
            KafkaMutations.ALL,
            MongoDbMutations.ALL,
            MonitoringMutations.ALL)
        .flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void isCaughtByItsRuleAlone(Mutation mutation) {
    var mutated = mutation.overlay().manifests().changed(mutation.change());

    var caughtBy =
        Checks.ALL.stream()
            .filter(it -> it.holdsIn(mutation.overlay()))
            .collect(Collectors.toMap(Check::name, it -> it.of(mutated)));
    caughtBy.values().removeIf(List::isEmpty);

    assertThat(caughtBy).as(mutation.toString()).containsOnlyKeys(mutation.caughtBy().name());
  }

  @Test
  void eachRuleHasAMistakeThatItCatches() {
    assertThat(mutations().map(Mutation::caughtBy)).containsAll(Checks.ALL);
  }
}
