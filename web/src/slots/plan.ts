import {
  CalendarDateTime,
  fromAbsolute,
  parseDate,
  toCalendarDateTime,
  toZoned,
} from "@internationalized/date";
import { plusDays } from "@/language/days";

/** Daily hours over a range of days, to be cut into times; in the doctor's zone, as the API's. */
export interface Plan {
  /** As 2026-12-01 */
  dateFrom: string;
  /** Inclusive */
  dateTo: string;
  /** As 09:00 */
  startTime: string;
  /** When the last must have ended; 00:00 is the end of the day */
  endTime: string;
  durationMinutes: number;
  excludeWeekends: boolean;
}

export interface PlannedDay {
  date: string;
  count: number;
  /** How many there are not since clocks change on that day */
  lostToClocks: number;
}

const minute = 60_000;

/** What creating these times makes, where there are none yet: as the service does it. */
export function preview(plan: Plan, zone: string, now: number): PlannedDay[] {
  return datesOf(plan).map((date) => {
    const starts = changesClocks(date, zone)
      ? startsAmongChange(plan, date, zone)
      : startMinutes(plan).map((it) => instantOf(date, it, zone));
    return {
      date,
      count: starts.filter((it) => it > now).length,
      lostToClocks: perDay(plan) - starts.length,
    };
  });
}

export function datesOf({ dateFrom, dateTo, excludeWeekends }: Plan): string[] {
  const dates: string[] = [];
  for (let date = dateFrom; date <= dateTo; date = plusDays(date, 1)) {
    if (!excludeWeekends || !isWeekend(date)) {
      dates.push(date);
    }
  }
  return dates;
}

export function perDay(plan: Plan): number {
  const room = endMinute(plan) - minuteOf(plan.startTime);
  return Math.max(0, Math.floor(room / plan.durationMinutes));
}

/** Minutes since midnight, of "09:00". */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function endMinute({ endTime }: Plan): number {
  return minuteOf(endTime) || 24 * 60;
}

function isWeekend(date: string): boolean {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
}

function startMinutes(plan: Plan): number[] {
  const first = minuteOf(plan.startTime);
  return Array.from({ length: perDay(plan) }, (_, it) => first + it * plan.durationMinutes);
}

/**
 * When clocks go forward, times in the skipped hour, before the one before ends, or which end after
 * the hours do, are left out; when they go back, a repeated time is its first.
 */
function startsAmongChange(plan: Plan, date: string, zone: string): number[] {
  const hoursEnd = instantOf(date, endMinute(plan), zone);
  const starts: number[] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const it of startMinutes(plan)) {
    const start = instantOf(date, it, zone);
    const end = start + plan.durationMinutes * minute;
    if (!isSkipped(date, it, zone) && start >= lastEnd && end <= hoursEnd) {
      starts.push(start);
      lastEnd = end;
    }
  }
  return starts;
}

function changesClocks(date: string, zone: string): boolean {
  const day = parseDate(date);
  return toZoned(day, zone).offset !== toZoned(day.add({ days: 1 }), zone).offset;
}

function wallClock(date: string, minutes: number): CalendarDateTime {
  const { year, month, day } = parseDate(date);
  return new CalendarDateTime(year, month, day).add({ minutes });
}

function isSkipped(date: string, minutes: number, zone: string): boolean {
  const shown = wallClock(date, minutes);
  return toCalendarDateTime(toZoned(shown, zone)).compare(shown) !== 0;
}

/** Of a time that is skipped, the instant at which the clock goes forward. */
function instantOf(date: string, minutes: number, zone: string): number {
  const shown = wallClock(date, minutes);
  let after = toZoned(shown, zone).toDate().getTime();
  if (!isSkipped(date, minutes, zone)) {
    return after;
  }
  let before = toZoned(shown, zone, "earlier").toDate().getTime();
  const offset = fromAbsolute(after, zone).offset;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (fromAbsolute(middle, zone).offset === offset) {
      after = middle;
    } else {
      before = middle;
    }
  }
  return after;
}
