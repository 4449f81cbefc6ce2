package org.carelane.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorTest {

  @Test
  void findsMetricsAmongFunctionsLabelsAndRanges() {
    var query =
        """
        histogram_quantile(0.95, sum by (le, uri) (rate(http_seconds_bucket{uri!~"/a{b}.*"}[$__rate_interval])))
          / on (application) group_left (name) carelane:up:count > 0.5e3
          and (max without (instance) (age_seconds offset 1h) or vector(0) == bool 1)
        """;

    assertThat(Selector.in(query))
        .extracting(Selector::toString)
        .containsExactly(
            "http_seconds_bucket[uri!~\"/a{b}.*\"]", "carelane:up:count", "age_seconds");
    assertThat(Selector.labelsIn(query)).containsExactly("le", "uri", "application");
  }

  @Test
  void readsEveryCondition() {
    var matchers =
        Selector.in("sum(m{a=\"1\", b!=\"2\", c=~\"x|y\",d!~\".+[.].+\"} >= 0)")
            .getFirst()
            .matchers();

    assertThat(matchers).hasSize(4);
    assertThat(matchers.get(0).accepts("1")).isTrue();
    assertThat(matchers.get(1).accepts("2")).isFalse();
    assertThat(matchers.get(2).accepts("y")).isTrue();
    assertThat(matchers.get(3).accepts("a.b")).isFalse();
  }
}
