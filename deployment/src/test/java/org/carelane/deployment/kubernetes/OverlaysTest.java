package org.carelane.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on each overlay that it holds for. */
class OverlaysTest {

  static Stream<Arguments> checks() {
    return Arrays.stream(Overlay.values())
        .flatMap(
            overlay ->
                Checks.ALL.stream()
                    .filter(it -> it.holdsIn(overlay))
                    .map(it -> Arguments.of(overlay, it)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("checks")
  void meetsTheRule(Overlay overlay, Check check) {
    assertThat(check.of(overlay.manifests())).as("%s: %s", overlay, check).isEmpty();
  }
}
