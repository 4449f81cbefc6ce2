import { Trans } from "@lingui/react/macro";
import { ownZone, sameClock, useFormats } from "@/language/formats";

/** From when to when, in the reader's zone, and in the doctor's when it differs. */
export function When({
  startsAt,
  endsAt,
  zone,
}: {
  startsAt: string;
  endsAt: string;
  /** The doctor's */
  zone: string;
}) {
  const formats = useFormats();
  return (
    <>
      <span className="block">
        <time dateTime={startsAt}>{formats.moment(startsAt)}</time>
        {" – "}
        <time dateTime={endsAt}>{formats.time(endsAt)}</time>
      </span>
      {!sameClock(zone, ownZone, startsAt) && (
        <span className="block text-sm text-soft">
          <Trans>
            Your time. For the doctor: {formats.moment(startsAt, zone)},{" "}
            {formats.zoneName(zone, new Date(startsAt))}
          </Trans>
        </span>
      )}
    </>
  );
}
