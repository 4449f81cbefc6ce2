import { parseDate, startOfWeek } from "@internationalized/date";
import type { Schemas } from "@/api/client";
import { dateOf, plusDays } from "@/language/days";

export type Appointment = Schemas["AppointmentView"];

export interface DeskSearch {
  /** Without one, a day */
  view?: "week" | undefined;
  /** As 2026-12-01; without one, today in the doctor's zone */
  date?: string | undefined;
  /** Whether cancelled ones are shown, too */
  cancelled?: boolean | undefined;
}

/** The days that are shown: one, or the week it is in, as the reader's weeks begin. */
export function daysShown(view: "week" | undefined, date: string, locale: string): string[] {
  if (view !== "week") {
    return [date];
  }
  const first = startOfWeek(parseDate(date), locale).toString();
  return Array.from({ length: 7 }, (_, day) => plusDays(first, day));
}

/** Those of a day, in the order in which they begin. */
export function onDay(appointments: Appointment[], date: string, zone: string): Appointment[] {
  return appointments
    .filter((it) => dateOf(it.startsAt, zone) === date)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

/** The one that goes on, or comes next. */
export function nextOf(appointments: Appointment[], now: number): Appointment | undefined {
  return appointments
    .filter((it) => it.status === "CONFIRMED" && Date.parse(it.endsAt) > now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))[0];
}
