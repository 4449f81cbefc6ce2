import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { noonOf } from "@/language/days";
import { useFormats } from "@/language/formats";
import { classes } from "@/ui/classes";
import { type Appointment, nextOf, onDay } from "./period";
import { Mode, Status } from "./status";

function Entry({
  appointment,
  zone,
  isNext,
  now,
}: {
  appointment: Appointment;
  zone: string;
  isNext: boolean;
  now: number;
}) {
  const formats = useFormats();
  const { startsAt, status, patient } = appointment;
  const cancelled = status.startsWith("CANCEL");
  return (
    <li
      className={classes(
        "relative grid gap-0.5 rounded-md px-3 py-2 text-sm ring-1",
        isNext ? "bg-accent-soft ring-2 ring-accent" : "ring-line hover:ring-accent",
        !isNext &&
          (cancelled || Date.parse(appointment.endsAt) <= now ? "bg-sunken" : "bg-surface"),
      )}
    >
      <p className={classes("font-semibold tabular-nums", cancelled && "line-through")}>
        <time dateTime={startsAt}>{formats.time(startsAt, zone)}</time>
        {isNext && (
          <span className="ms-2 font-medium text-accent-strong">
            {Date.parse(startsAt) <= now ? <Trans>Now</Trans> : <Trans>Next</Trans>}
          </span>
        )}
      </p>
      <p className="min-w-0 break-words">
        <Link
          to="/appointments/$appointmentId"
          params={{ appointmentId: appointment.id }}
          className="font-medium after:absolute after:inset-0 after:rounded-md"
        >
          <bdi>{patient.name}</bdi>
        </Link>
      </p>
      <p className="text-soft">
        <Mode mode={appointment.mode} />
      </p>
      {status !== "CONFIRMED" && (
        <p>
          <Status appointment={appointment} />
        </p>
      )}
    </li>
  );
}

/** Seven days side by side, on the phone one below the other. */
export function WeekGrid({
  days,
  appointments,
  zone,
  now,
  today,
}: {
  days: string[];
  appointments: Appointment[];
  zone: string;
  now: number;
  today: string;
}) {
  const formats = useFormats();
  const next = days.includes(today) ? nextOf(appointments, now) : undefined;
  return (
    <ol className="grid gap-x-3 gap-y-6 lg:grid-cols-7">
      {days.map((date) => {
        const entries = onDay(appointments, date, zone);
        return (
          <li key={date} className="min-w-0">
            <h2
              className={classes(
                "mb-2 border-b-2 pb-2 !text-base",
                date === today ? "border-accent text-accent" : "border-line",
              )}
            >
              <Link
                to="/desk"
                search={({ cancelled }) => ({ date, cancelled })}
                className="flex gap-x-2 rounded-md hover:text-accent lg:block"
              >
                <span className="block">
                  {formats.format(noonOf(date), { weekday: "long", timeZone: "UTC" })}
                </span>
                <span className="block font-normal">
                  {formats.format(noonOf(date), {
                    day: "numeric",
                    month: "short",
                    timeZone: "UTC",
                  })}
                </span>
              </Link>
            </h2>
            {entries.length === 0 ? (
              <p className="text-soft">
                <span aria-hidden="true">–</span>
                <span className="sr-only">
                  <Trans>No appointments</Trans>
                </span>
              </p>
            ) : (
              <ul className="grid gap-2">
                {entries.map((it) => (
                  <Entry key={it.id} appointment={it} zone={zone} isNext={it === next} now={now} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
