import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { $api, type Schemas } from "@/api/client";
import { dateOf, plusDays } from "@/language/days";
import { ownZone, useFormats } from "@/language/formats";
import { ButtonLink } from "@/ui/button";
import { EmptyState, Failed, LoadingRows, Notice } from "@/ui/feedback";

/** How far ahead, in days, and how many. */
const horizon = 30;
const shown = 8;

function NextTimes({ doctor, slotId }: { doctor: Schemas["DoctorView"]; slotId: string }) {
  const { t } = useLingui();
  const formats = useFormats();
  const today = dateOf(new Date(), ownZone);
  const next = $api.useQuery("get", "/api/v1/doctors/{doctorId}/slots", {
    params: {
      path: { doctorId: doctor.id },
      query: { from: today, to: plusDays(today, horizon) },
    },
  });
  if (!next.data) {
    return next.isError ? (
      <Failed error={next.error} retry={() => void next.refetch()} />
    ) : (
      <LoadingRows rows={3} className="h-14" />
    );
  }
  const times = next.data.items.filter(({ id }) => id !== slotId).slice(0, shown);
  if (times.length === 0) {
    return (
      <EmptyState title={t`No other free time`}>
        <ButtonLink to="/doctors" search={{ specialization: doctor.specialization }}>
          <Trans>Other doctors of this speciality</Trans>
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <section aria-label={t`The next free times`} className="grid gap-4">
      <h2>
        <Trans>The next free times</Trans>
      </h2>
      <ul className="grid gap-2 sm:grid-cols-2">
        {times.map(({ id, startsAt }) => (
          <li key={id}>
            <Link
              to="/book/$slotId"
              params={{ slotId: id }}
              search={(before) => before}
              resetScroll={false}
              className="flex min-h-14 items-center rounded-md bg-accent-soft px-4 font-medium text-accent-strong hover:bg-accent hover:text-on-accent"
            >
              <time dateTime={startsAt}>{formats.moment(startsAt)}</time>
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink look="secondary" to="/doctors/$doctorId" params={{ doctorId: doctor.id }}>
          <Trans>All free times</Trans>
        </ButtonLink>
      </p>
    </section>
  );
}

/** The time cannot be booked: what now? What was filled in stays for the time that is chosen next. */
export function SlotGone({
  doctor,
  slotId,
  tried,
  children,
}: {
  doctor: Schemas["DoctorView"];
  slotId: string;
  /** Whether that was the answer to a booking: the reader's eye is elsewhere then */
  tried: boolean;
  /** Why */
  children: ReactNode;
}) {
  const reason = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tried) {
      reason.current?.focus();
    }
  }, [tried]);
  return (
    <div className="grid gap-6">
      <div ref={reason} tabIndex={-1}>
        <Notice tone="warn" live>
          {children}
        </Notice>
      </div>
      {doctor.bookable ? (
        <NextTimes doctor={doctor} slotId={slotId} />
      ) : (
        <ButtonLink to="/doctors" search={{ specialization: doctor.specialization }}>
          <Trans>Other doctors of this speciality</Trans>
        </ButtonLink>
      )}
    </div>
  );
}
