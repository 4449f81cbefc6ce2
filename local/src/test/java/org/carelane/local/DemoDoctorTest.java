package org.carelane.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DemoDoctorTest {

  @Test
  void eachOfEightSpecializationsHasThree() {
    var bySpecialization =
        DemoDoctor.ALL.stream().collect(groupingBy(DemoDoctor::specialization, counting()));
    assertThat(bySpecialization).hasSize(8).values().containsOnly(3L);
    assertThat(DemoDoctor.ALL).extracting(DemoDoctor::name).doesNotHaveDuplicates();
  }

  @Test
  void onlyOneIsFoundByTheNameInTheGuide() {
    assertThat(DemoDoctor.ALL.stream().map(DemoDoctor::toString))
        .filteredOn(it -> it.toLowerCase(Locale.ROOT).contains("lindqvist"))
        .hasSize(1);
    assertThat(DemoDoctor.ALL.getFirst().name()).isEqualTo("Dr. Ada Lindqvist");
  }

  @Test
  void zonesLanguagesAndCurrenciesExist() {
    assertThat(DemoDoctor.ALL)
        .allSatisfy(
            doctor -> {
              ZoneId.of(doctor.zone());
              Currency.getInstance(doctor.currency());
              assertThat(doctor.languages()).isSubsetOf(List.of(Locale.getISOLanguages()));
            });
  }

  @Test
  void whoWorksInTheMorningAndAfterwardsHasSlotsCreatedTwice() {
    var monday = LocalDate.of(2026, 11, 30);
    assertThat(DemoDoctor.Hours.OFFICE.between(monday, monday.plusDays(20)))
        .extracting(it -> it.get("dateTo") + " " + it.get("startTime"))
        .containsExactly("2026-12-20 09:00", "2026-12-20 13:00");
  }
}
