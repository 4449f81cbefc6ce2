package org.carelane.appointments.doctor.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.carelane.appointments.Problems;

/** Reads words of a request that name something known. */
final class Codes {

  private Codes() {}

  static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("currency is an ISO 4217 code, e.g. EUR.");
    }
  }

  /** Only regions: a fixed offset knows no daylight saving. */
  static ZoneId zone(String name) {
    try {
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw Problems.invalid("zone is an IANA time zone, e.g. Europe/Berlin.");
  }
}
