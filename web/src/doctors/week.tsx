import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type PointerEvent, useRef } from "react";
import { noonOf } from "@/language/days";
import { ownZone, useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { type Slot, weekOf } from "./weeks";

/** In px: a shorter movement is no swipe. */
const swipe = 60;

/**
 * Seven days of free times in the reader's zone. One goes to the days before and after by the
 * buttons, by a swipe, and by Page Up and Page Down.
 */
export function Week({
  from,
  slots,
  onMove,
  canGoBack,
}: {
  /** The first day, as 2026-12-01 */
  from: string;
  slots: Slot[];
  onMove: (weeks: 1 | -1) => void;
  canGoBack: boolean;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const start = useRef<number | null>(null);
  const days = weekOf(slots, from, ownZone);
  const move = (weeks: 1 | -1) => (weeks === 1 || canGoBack) && onMove(weeks);
  const end = (event: PointerEvent) => {
    const moved = start.current === null ? 0 : event.clientX - start.current;
    start.current = null;
    if (Math.abs(moved) > swipe) {
      const forward = document.documentElement.dir === "rtl" ? moved > 0 : moved < 0;
      move(forward ? 1 : -1);
    }
  };
  return (
    <section
      aria-label={t`Free times`}
      className="touch-pan-y"
      onPointerDown={(event) => {
        start.current = event.pointerType === "touch" ? event.clientX : null;
      }}
      onPointerUp={end}
      onKeyDown={(event) => {
        if (event.key === "PageDown" || event.key === "PageUp") {
          event.preventDefault();
          move(event.key === "PageDown" ? 1 : -1);
        }
      }}
    >
      <div className="mb-4 flex items-center justify-between gap-3">
        <Button look="secondary" small disabled={!canGoBack} onClick={() => move(-1)}>
          <Trans>Earlier</Trans>
        </Button>
        <p className="text-center font-semibold" role="status">
          {formats.format(noonOf(from), { day: "numeric", month: "short", timeZone: "UTC" })}
          {" – "}
          {formats.format(noonOf(days[6]?.date ?? from), {
            day: "numeric",
            month: "short",
            year: "numeric",
            timeZone: "UTC",
          })}
        </p>
        <Button look="secondary" small onClick={() => move(1)}>
          <Trans>Later</Trans>
        </Button>
      </div>
      <ol className="grid gap-x-3 gap-y-5 md:min-h-72 md:grid-cols-7">
        {days.map(({ date, slots: free }) => (
          <li key={date} className={free.length === 0 ? "hidden md:block" : undefined}>
            <h2 className="mb-2 !text-base md:text-center">
              <span className="block text-sm font-normal text-soft">
                {formats.format(noonOf(date), { weekday: "long", timeZone: "UTC" })}
              </span>
              {formats.format(noonOf(date), { day: "numeric", month: "short", timeZone: "UTC" })}
            </h2>
            {free.length === 0 ? (
              <p className="text-center text-soft">
                <span aria-hidden="true">–</span>
                <span className="sr-only">{t`Nothing free`}</span>
              </p>
            ) : (
              <ul className="grid grid-cols-4 gap-2 md:grid-cols-1">
                {free.map((slot) => (
                  <li key={slot.id}>
                    <Link
                      to="/book/$slotId"
                      params={{ slotId: slot.id }}
                      className="grid min-h-11 place-items-center rounded-md bg-accent-soft font-medium text-accent-strong hover:bg-accent hover:text-on-accent"
                    >
                      <time dateTime={slot.startsAt}>{formats.time(slot.startsAt)}</time>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
