import { useLingui } from "@lingui/react";
import { type Language, localeOf } from "./languages";
import { once } from "./once";

export interface Money {
  amountMinor: number;
  currency: string;
}

/** The reader's own zone. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Dates, times and amounts as the reader writes them. Instants are ISO 8601 texts, as in the API. */
export function useFormats() {
  const { i18n } = useLingui();
  return formats(localeOf(i18n.locale as Language));
}

export const formats = once((locale: string) => {
  const dates = once(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  );
  const numbers = once(
    (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
  );
  const names = once((type: Intl.DisplayNamesType) => new Intl.DisplayNames([locale], { type }));
  const lists = once((type: Intl.ListFormatType) => new Intl.ListFormat(locale, { type }));
  const format = (instant: string | Date, options: Intl.DateTimeFormatOptions): string =>
    dates(options).format(typeof instant === "string" ? new Date(instant) : instant);
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
      const form = numbers({ style: "currency", currency });
      const digits = form.resolvedOptions().maximumFractionDigits ?? 2;
      return form.format(amountMinor / 10 ** digits);
    },
    /** 30 minutes */
    minutes: (value: number) =>
      numbers({ style: "unit", unit: "minute", unitDisplay: "long" }).format(value),
    number: (value: number) => numbers({}).format(value),
    /** in 3 minutes, 2 days ago */
    relative: (instant: string, now: number) => relative(locale, Date.parse(instant) - now),
    languageName: (code: string) => names("language").of(code) ?? code,
    list: (words: string[]) => lists("unit").format(words),
    /** Central European Time */
    zoneName: (zone: string, at = new Date()) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" })
        .formatToParts(at)
        .find((part) => part.type === "timeZoneName")?.value ?? zone,
  };
});

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
