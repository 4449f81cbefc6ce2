import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useFormats } from "@/language/formats";
import { ButtonLink } from "@/ui/button";
import { classes } from "@/ui/classes";
import { type Appointment, nextOf } from "./period";
import { Mode, Status } from "./status";

function Now({ now, zone }: { now: number; zone: string }) {
  const formats = useFormats();
  const time = formats.time(new Date(now).toISOString(), zone);
  return (
    <li className="flex items-center gap-3 text-sm font-semibold text-accent">
      <Trans>Now, {time}</Trans>
      <span className="h-0.5 grow rounded-full bg-accent" />
    </li>
  );
}

function Row({
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
  const { t } = useLingui();
  const formats = useFormats();
  const { startsAt, endsAt, patient } = appointment;
  const over = Date.parse(endsAt) <= now;
  const cancelled = appointment.status.startsWith("CANCEL");
  return (
    <li
      className={classes(
        "relative grid gap-x-6 gap-y-2 rounded-lg p-4 ring-1 sm:grid-cols-[8.5rem_1fr_auto] sm:items-center sm:p-5",
        isNext ? "bg-accent-soft ring-2 ring-accent" : "ring-line hover:ring-accent",
        !isNext && (over || cancelled ? "bg-sunken" : "bg-surface shadow-card"),
      )}
    >
      <p className={classes("font-semibold tabular-nums", cancelled && "line-through")}>
        <time dateTime={startsAt}>{formats.time(startsAt, zone)}</time>
        {" – "}
        <time dateTime={endsAt}>{formats.time(endsAt, zone)}</time>
      </p>
      <div className="grid min-w-0 gap-1">
        <h3 className="flex flex-wrap items-center gap-2">
          <Link
            to="/appointments/$appointmentId"
            params={{ appointmentId: appointment.id }}
            className="after:absolute after:inset-0 after:rounded-lg"
          >
            <bdi>{patient.name}</bdi>
          </Link>
          {isNext && (
            <span className="rounded-full bg-accent px-2.5 text-sm font-medium text-on-accent">
              {Date.parse(startsAt) <= now ? <Trans>Now</Trans> : <Trans>Next</Trans>}
            </span>
          )}
        </h3>
        <p className="text-soft">
          <Mode mode={appointment.mode} />
          {appointment.reason && (
            <>
              {" · "}
              <bdi className="break-words">{appointment.reason}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3 sm:justify-end">
        <Status appointment={appointment} />
        <ButtonLink
          to="/messages"
          search={{ with: patient.id }}
          look="quiet"
          small
          className="relative"
          aria-label={t`Message to ${patient.name}`}
        >
          <Trans>Message</Trans>
        </ButtonLink>
      </div>
    </li>
  );
}

/** A day's appointments by time, with a line where it is now. */
export function DayList({
  appointments,
  zone,
  now,
  isToday,
}: {
  appointments: Appointment[];
  zone: string;
  now: number;
  isToday: boolean;
}) {
  const { t } = useLingui();
  const next = isToday ? nextOf(appointments, now) : undefined;
  const coming = appointments.findIndex((it) => Date.parse(it.startsAt) > now);
  const line = <Now now={now} zone={zone} />;
  return (
    <ol className="grid gap-3" aria-label={t`Appointments`}>
      {appointments.map((appointment, index) => (
        <Fragment key={appointment.id}>
          {isToday && index === coming && line}
          <Row appointment={appointment} zone={zone} isNext={appointment === next} now={now} />
        </Fragment>
      ))}
      {isToday && coming === -1 && line}
    </ol>
  );
}
