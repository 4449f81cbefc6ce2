import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { type Language, localeOf } from "./languages";

export interface Money {
  amountMinor: number;
  currency: string;
}

/** The reader's own zone. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Dates, times and amounts as the reader writes them. Instants are ISO 8601 texts, as in the API. */
export function useFormats() {
  const { i18n } = useLingui();
  return useMemo(() => formats(localeOf(i18n.locale as Language)), [i18n.locale]);
}

export function formats(locale: string) {
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (instant: string | Date, options: Intl.DateTimeFormatOptions): string => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, known);
    return known.format(typeof instant === "string" ? new Date(instant) : instant);
  };
  const names = (type: Intl.DisplayNamesType) => new Intl.DisplayNames([locale], { type });
  return {
    locale,
    /** Tuesday, 1 December */
    day: (instant: string, timeZone = ownZone) =>
      format(instant, { weekday: "long", day: "numeric", month: "long", timeZone }),
    /** Tue, 1 Dec 2026 */
    date: (instant: string, timeZone = ownZone) =>
      format(instant, {
        weekday: "short",
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone,
      }),
    /** 09:30 */
    time: (instant: string, timeZone = ownZone) =>
      format(instant, { hour: "numeric", minute: "2-digit", timeZone }),
    /** Tue, 1 Dec 2026, 09:30 */
    moment: (instant: string, timeZone = ownZone) =>
      format(instant, {
        weekday: "short",
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "numeric",
        minute: "2-digit",
        timeZone,
      }),
    /** Any other form */
    format,
    money: ({ amountMinor, currency }: Money) => {
      const form = new Intl.NumberFormat(locale, { style: "currency", currency });
      const digits = form.resolvedOptions().maximumFractionDigits ?? 2;
      return form.format(amountMinor / 10 ** digits);
    },
    /** 30 minutes */
    minutes: (value: number) =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit: "minute",
        unitDisplay: "long",
      }).format(value),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    /** in 3 minutes, 2 days ago */
    relative: (instant: string, now: number) => relative(locale, Date.parse(instant) - now),
    languageName: (code: string) => names("language").of(code) ?? code,
    list: (words: string[]) => new Intl.ListFormat(locale, { type: "unit" }).format(words),
    /** Central European Time */
    zoneName: (zone: string, at = new Date()) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" })
        .formatToParts(at)
        .find((part) => part.type === "timeZoneName")?.value ?? zone,
  };
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

function relative(locale: string, milliseconds: number): string {
  const form = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, size] = units.find((it) => Math.abs(milliseconds) >= it[1]) ?? ["second", 1000];
  return form.format(Math.round(milliseconds / size), unit);
}

/** Whether clocks in both zones show the same at that instant. */
export function sameClock(zone: string, other: string, instant: string): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone }).format(
      new Date(instant),
    );
  return clock(zone) === clock(other);
}
