package org.carelane.appointments.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"d_2027-03-15_0900", "d-1_2028-02-29_0000", "d_e_2027-12-31_2359"})
  void isReadAsItIsPrinted(String text) {
    assertThat(SlotId.parse(text)).hasValueSatisfying(it -> assertThat(it).hasToString(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d_2027-03-15_2400",
        "d_2027-03-15_0960",
        "d_2027-02-29_0900",
        "d_2027-02-30_0900",
        "d_2027-03-15_\u0660\u0669\u0660\u0660",
        "d_\u0662\u0660\u0662\u0667-03-15_0900",
        "d_+2027-03-15_0900",
        "d_-2027-03-15_0900",
        "d_2027-3-15_0900",
        "d_2027-03-15_900",
        "d_2027-03-15_0900 ",
        "d_2027-03-15_0900\n",
        "d_2027-03-15T0900",
        "_2027-03-15_0900",
        ""
      })
  void nothingElseIsOne(String text) {
    assertThat(SlotId.parse(text)).isEmpty();
  }
}
