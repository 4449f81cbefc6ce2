import { useEffect, useState } from "react";

/** The time of day, in ms since 1970, renewed each second while that matters. */
export function useNow(ticking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (ticking) {
      setNow(Date.now());
      const timer = setInterval(() => setNow(Date.now()), 1000);
      return () => clearInterval(timer);
    }
  }, [ticking]);
  return now;
}

/** Whole seconds until then, 0 at least. */
export function secondsUntil(end: number, now: number): number {
  return Math.max(0, Math.ceil((end - now) / 1000));
}

/** 1:05, in the reader's digits. */
export function clockOf(seconds: number, locale: string): string {
  const form = new Intl.NumberFormat(locale, { useGrouping: false });
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  return `${form.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}
