import { Plural, Trans } from "@lingui/react/macro";
import { noonOf } from "@/language/days";
import { useFormats } from "@/language/formats";
import type { PlannedDay } from "./plan";

/** What will come: how many times on which days. */
export function PreviewList({ days }: { days: PlannedDay[] }) {
  const formats = useFormats();
  const total = days.reduce((sum, day) => sum + day.count, 0);
  const used = days.filter((day) => day.count > 0).length;
  return (
    <div className="grid gap-3">
      <p role="status" className="text-lg font-semibold">
        <Plural value={total} one="# time" other="# times" />{" "}
        <span className="font-normal text-soft">
          <Plural value={used} one="on # day" other="on # days" />
        </span>
      </p>
      <ul
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        className="grid max-h-80 content-start gap-px overflow-y-auto rounded-md bg-sunken px-4 py-2"
      >
        {days.map((day) => (
          <li key={day.date} className="py-1">
            <div className="flex justify-between gap-4">
              <span>{formats.date(noonOf(day.date), "UTC")}</span>
              <span className="tabular-nums">{formats.number(day.count)}</span>
            </div>
            {day.lostToClocks > 0 && (
              <p className="text-sm text-warn">
                <Trans>The clocks go forward on this day.</Trans>{" "}
                <Plural
                  value={day.lostToClocks}
                  one="# time less than on other days."
                  other="# times less than on other days."
                />
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
