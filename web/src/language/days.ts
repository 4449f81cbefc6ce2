import { once } from "./once";

/** Days are texts as 2026-12-01: they compare as they follow each other, in every zone. */

// The Swedish form of a date is ISO's.
const calendarOf = once((timeZone: string) => new Intl.DateTimeFormat("sv", { timeZone }));

/** The day it is in a zone at that instant. */
export function dateOf(instant: string | Date, zone: string): string {
  return calendarOf(zone).format(new Date(instant));
}

export function plusDays(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** An instant of the day for formats that are told the zone UTC. */
export function noonOf(date: string): string {
  return `${date}T12:00:00Z`;
}

export function isDate(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(noonOf(value)))
  );
}
