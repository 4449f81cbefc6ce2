package org.carelane.appointments.doctor.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import org.carelane.appointments.Problems;

/** Parses codes; an unknown one is an invalid request. */
final class Codes {

  private Codes() {}

  static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("currency is an ISO 4217 code, e.g. EUR.");
    }
  }

  /** Accepts regions only: a fixed offset has no daylight saving time. */
  static ZoneId zone(String name) {
    try {
      if (ZoneId.getAvailableZoneIds().contains(name)) {
        return ZoneId.of(name);
      }
    } catch (DateTimeException e) {
      // thrown below
    }
    throw Problems.invalid("zone is an IANA time zone, e.g. Europe/Berlin.");
  }
}
