import { plusDays } from "@/language/days";
import { datesOf, minuteOf, type Plan, perDay } from "./plan";

/** The service's limits. */
export const mostDays = 366;
const mostTimes = 20_000;

export type Mistake = "end-before-start" | "no-room" | "no-day" | "too-many-days" | "too-many";

/** What the service would refuse, so that it is said before. */
export function mistakeIn(plan: Plan): Mistake | null {
  const { dateFrom, dateTo, startTime, endTime } = plan;
  if (minuteOf(endTime) !== 0 && minuteOf(endTime) <= minuteOf(startTime)) {
    return "end-before-start";
  }
  if (perDay(plan) === 0) {
    return "no-room";
  }
  if (dateTo > plusDays(dateFrom, mostDays - 1)) {
    return "too-many-days";
  }
  const days = datesOf(plan).length;
  if (days === 0) {
    return "no-day";
  }
  return days * perDay(plan) > mostTimes ? "too-many" : null;
}

/** Parts of a range none of which has more days than one request may ask for. */
export function chunksOf(range: { from: string; to: string }, days = 31) {
  const chunks: { from: string; to: string }[] = [];
  for (let from = range.from; from <= range.to; from = plusDays(from, days)) {
    const full = plusDays(from, days - 1);
    const isFull = full <= range.to;
    chunks.push({ from, to: isFull ? full : range.to });
  }
  return chunks;
}
