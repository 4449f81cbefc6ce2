package org.carelane.auth.account.web;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.carelane.auth.Problems;
import org.jspecify.annotations.Nullable;

/** Parses what says how someone reads dates and texts; the unknown is an invalid request. */
final class Locales {

  private static final int MAX_TAG_LENGTH = 35;

  private Locales() {}

  /** In its canonical form, e.g. {@code pt-BR}; {@code null} if there is none. */
  static @Nullable String language(@Nullable String tag) {
    return tag == null ? null : canonical(tag);
  }

  private static String canonical(String tag) {
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      if (tag.length() <= MAX_TAG_LENGTH && !locale.getLanguage().isEmpty()) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      // thrown below
    }
    throw Problems.invalid("language", "must be a BCP 47 tag, e.g. de or pt-BR");
  }

  /** Regions only: a fixed offset has no daylight saving time. */
  static @Nullable String zone(@Nullable String name) {
    if (name == null || ZoneId.getAvailableZoneIds().contains(name)) {
      return name;
    }
    throw Problems.invalid("zone", "must be an IANA time zone, e.g. Europe/Berlin");
  }
}
