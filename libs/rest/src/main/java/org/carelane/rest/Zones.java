package org.carelane.rest;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Time zones by the names of the time-zone database: area and location, such as {@code
 * Europe/Kyiv}, with its older spellings such as {@code Asia/Calcutta}, and {@code UTC}. Of what
 * the JDK knows besides, {@code EST}, {@code Etc/GMT+5} and {@code SystemV/PST8} are fixed offsets
 * or rules of no place, and {@code US/Pacific} or {@code Japan} are names that the database keeps
 * for old programs only.
 */
public final class Zones {

  private static final Set<String> AREAS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Arctic",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");
  private static final Set<String> UTC = Set.of("UTC", "Etc/UTC");

  private Zones() {}

  public static Optional<ZoneId> region(String name) {
    return isRegion(name) && ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  private static boolean isRegion(String name) {
    int slash = name.indexOf('/');
    return UTC.contains(name) || slash > 0 && AREAS.contains(name.substring(0, slash));
  }
}
