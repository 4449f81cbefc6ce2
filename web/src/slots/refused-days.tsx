import { Trans } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { noonOf } from "@/language/days";
import { useFormats } from "@/language/formats";

type RefusedDay = Schemas["OpenedSlots"]["refused"][number];

function Why({ day, zone }: { day: RefusedDay; zone: string }) {
  const formats = useFormats();
  if (day.problem.endsWith("slots-overlap")) {
    return day.startsAt ? (
      <Trans>the new time at {formats.time(day.startsAt, zone)} would overlap one there is</Trans>
    ) : (
      <Trans>there are other times at these hours</Trans>
    );
  }
  return <Trans>somebody else was changing this day; try it again</Trans>;
}

/** The days on which nothing was done, and why. */
export function RefusedDays({ days, zone }: { days: RefusedDay[]; zone: string }) {
  const formats = useFormats();
  return (
    <ul className="mt-2 grid max-h-60 gap-1 overflow-y-auto">
      {days.map((day) => (
        <li key={day.date}>
          <strong className="font-semibold">{formats.date(noonOf(day.date), "UTC")}</strong>:{" "}
          <Why day={day} zone={zone} />
        </li>
      ))}
    </ul>
  );
}
