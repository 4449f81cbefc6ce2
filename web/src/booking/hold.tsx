import { Plural, Trans } from "@lingui/react/macro";
import { useFormats } from "@/language/formats";
import { clockOf, secondsUntil } from "./countdown";

/** In seconds: when a screen reader says how much is left. */
const said = [60, 30, 10];

/** How long the time is held still. */
export function Hold({ until, now }: { until: number; now: number }) {
  const formats = useFormats();
  const left = secondsUntil(until, now);
  const lately = said.findLast((it) => left <= it);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-3 rounded-md bg-sunken px-4 py-3">
      <p>
        {left > 0 ? (
          <Trans>
            The time is held for you until {formats.time(new Date(until).toISOString())}
          </Trans>
        ) : (
          <Trans>The hold has ended. We see whether the payment came in time.</Trans>
        )}
      </p>
      {left > 0 && (
        <p className="text-xl font-semibold tabular-nums" role="timer" aria-live="off">
          <bdi>{clockOf(left, formats.locale)}</bdi>
        </p>
      )}
      <p role="status" className="sr-only">
        {lately !== undefined && left > 0 && (
          <Plural value={lately} one="# second left" other="# seconds left" />
        )}
      </p>
    </div>
  );
}
