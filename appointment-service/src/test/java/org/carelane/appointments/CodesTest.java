package org.carelane.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.carelane.rest.Zones;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"EUR", "JPY", "KWD", "CHF", "UAH", "XOF", "XCD", "XCG"})
  void moneyOfTodayIsTaken(String code) {
    assertThat(Currencies.inUse(code, NOW)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XXX", "XTS", "XAU", "XAG", "XDR", "CHE", "CLF", "USN", "DEM", "HRK", "BGN", "ZWL", "QQQ",
        "eur", "", "EU"
      })
  void otherCodesAreNot(String code) {
    assertThat(Currencies.inUse(code, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "Europe/Kyiv",
        "Europe/Kiev",
        "Asia/Calcutta",
        "America/Argentina/Ushuaia",
        "Arctic/Longyearbyen",
        "UTC"
      })
  void regionsAreTakenAsTheyAreSpelled(String name) {
    assertThat(Zones.region(name)).hasValueSatisfying(it -> assertThat(it).hasToString(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EST",
        "CET",
        "EST5EDT",
        "Etc/GMT+5",
        "SystemV/PST8",
        "GMT0",
        "Z",
        "+01:00",
        "UTC+1",
        "US/Pacific",
        "europe/berlin",
        "Europe/",
        "Mars/Olympus",
        ""
      })
  void otherZonesAreNot(String name) {
    assertThat(Zones.region(name)).isEmpty();
  }
}
