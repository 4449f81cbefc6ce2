package org.carelane.apidescription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTypesTest {

  @Test
  void areWhatStandsBeforeAColonOrAlone() {
    assertThat(
            ProblemTypes.in(
                "slot-taken; fee-changed, with the fee of now; too-many-holds: the patient holds"
                    + " too many; forbidden: it is for admins"))
        .containsExactly("fee-changed", "forbidden", "slot-taken", "too-many-holds");
  }

  @Test
  void areNoOtherWords() {
    assertThat(ProblemTypes.in("There is no such slot, or it is hers")).isEmpty();
    assertThat(ProblemTypes.in(null)).isEmpty();
  }

  @Test
  void aloneNeedNoAnswerOfTheirOwn() {
    assertThat(ProblemTypes.isList("invalid-request, malformed-json")).isTrue();
    assertThat(ProblemTypes.isList("not-found: there is no such slot")).isFalse();
  }
}
