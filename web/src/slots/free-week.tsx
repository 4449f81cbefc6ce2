import { Trans, useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/api/client";
import { dateOf, noonOf, plusDays } from "@/language/days";
import { useFormats } from "@/language/formats";

type Slot = Schemas["SlotView"];

/** Seven days of free times in the doctor's zone; one that is pressed is to be deleted. */
export function FreeWeek({
  from,
  slots,
  zone,
  onPick,
}: {
  from: string;
  slots: Slot[];
  zone: string;
  onPick: (slot: Slot) => void;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const days = Array.from({ length: 7 }, (_, day) => plusDays(from, day));
  return (
    <ol className="grid gap-x-3 gap-y-5 md:grid-cols-7">
      {days.map((date) => {
        const free = slots.filter((slot) => dateOf(slot.startsAt, zone) === date);
        return (
          <li key={date}>
            <h3 className="mb-2 flex items-baseline gap-2 md:block md:text-center">
              <span className="md:block md:text-sm md:font-normal md:text-soft">
                {formats.format(noonOf(date), { weekday: "long", timeZone: "UTC" })}
              </span>
              {formats.format(noonOf(date), { day: "numeric", month: "short", timeZone: "UTC" })}
            </h3>
            {free.length === 0 ? (
              <p className="text-soft md:text-center">
                <span aria-hidden="true">–</span>
                <span className="sr-only">
                  <Trans>Nothing free</Trans>
                </span>
              </p>
            ) : (
              <ul className="grid grid-cols-4 gap-2 sm:grid-cols-6 md:grid-cols-1">
                {free.map((slot) => {
                  const time = formats.time(slot.startsAt, zone);
                  return (
                    <li key={slot.id}>
                      <button
                        type="button"
                        aria-label={t`Delete ${time}`}
                        title={t`Delete ${time}`}
                        onClick={() => onPick(slot)}
                        className="min-h-11 w-full rounded-md bg-surface tabular-nums ring-1 ring-line hover:text-danger hover:ring-danger"
                      >
                        {time}
                      </button>
                    </li>
                  );
                })}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
