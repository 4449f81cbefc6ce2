import type { Schemas } from "@/api/client";

export type Slot = Schemas["SlotView"];

/** In the reader's zone: the date, as 2026-12-01, of an instant. */
export function dateOf(instant: string | Date, zone: string): string {
  // The Swedish form of a date is ISO's.
  return new Intl.DateTimeFormat("sv", { timeZone: zone }).format(new Date(instant));
}

/** @param date as 2026-12-01 */
export function plusDays(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The slots of each of seven days from {@code from}, days without any among them. */
export function weekOf(
  slots: Slot[],
  from: string,
  zone: string,
): { date: string; slots: Slot[] }[] {
  return Array.from({ length: 7 }, (_, day) => {
    const date = plusDays(from, day);
    return { date, slots: slots.filter((slot) => dateOf(slot.startsAt, zone) === date) };
  });
}
