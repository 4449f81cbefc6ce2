package org.carelane.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void nothingMeansHelp() {
    assertThat(Arguments.of().command()).isEqualTo("help");
    assertThat(Arguments.of("up", "--help").command()).isEqualTo("help");
  }

  @Test
  void optionsMayStandAnywhere() {
    var arguments = Arguments.of("logs", "-f", "gateway");

    assertThat(arguments.command()).isEqualTo("logs");
    assertThat(arguments.words()).containsExactly("gateway");
    assertThat(arguments.has("-f")).isTrue();
  }

  @Test
  void replicasAreANumberFrom1To3() {
    assertThat(Arguments.of("up").replicas()).isEqualTo(1);
    assertThat(Arguments.of("up", "--replicas", "2").replicas()).isEqualTo(2);
    assertThat(Arguments.of("up", "--replicas=3", "--foreground").replicas()).isEqualTo(3);
    for (var wrong : new String[] {"0", "4", "two", "-1"}) {
      assertThatThrownBy(() -> Arguments.of("up", "--replicas", wrong).replicas())
          .hasMessage("--replicas takes a number from 1 to 3, not " + wrong);
    }
    assertThatThrownBy(() -> Arguments.of("up", "--replicas").replicas())
        .isInstanceOf(FleetException.class);
  }

  @Test
  void refusesWhatACommandDoesNotKnow() {
    assertThatThrownBy(() -> Arguments.of("up", "--fast").allow(0, "--foreground"))
        .hasMessage("./fleet up has no option --fast");
    assertThatThrownBy(() -> Arguments.of("down", "gateway").allow(0))
        .isInstanceOf(FleetException.class);
  }
}
