import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { dateOf, plusDays } from "@/language/days";
import { ownZone, sameClock, useFormats } from "@/language/formats";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { EmptyState, Failed, LoadingRows, Notice, Skeleton } from "@/ui/feedback";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { nextFree } from "./next-free";
import { Week } from "./week";

const route = getRouteApi("/_data/doctors/$doctorId");

function About({ doctor }: { doctor: Schemas["DoctorView"] }) {
  const { t } = useLingui();
  const formats = useFormats();
  return (
    <Card className="grid content-start gap-5">
      <Avatar name={doctor.name} large />
      {doctor.about && <p dir="auto">{doctor.about}</p>}
      <Facts>
        <Fact name={t`Fee`}>{formats.money(doctor.fee)}</Fact>
        <Fact name={t`Speaks`}>{formats.list(doctor.languages.map(formats.languageName))}</Fact>
        {doctor.location && <Fact name={t`Place`}>{doctor.location}</Fact>}
      </Facts>
    </Card>
  );
}

function Times({ doctor }: { doctor: Schemas["DoctorView"] }) {
  const { t } = useLingui();
  const formats = useFormats();
  const navigate = route.useNavigate();
  const today = dateOf(new Date(), ownZone);
  const next = useQuery(nextFree(doctor.id, today));
  const first = next.data;
  const { from = first ? dateOf(first.startsAt, ownZone) : today } = route.useSearch();
  const week = $api.useQuery(
    "get",
    "/api/v1/doctors/{doctorId}/slots",
    {
      params: {
        path: { doctorId: doctor.id },
        // A day more on both sides: the doctor's days are not the reader's.
        query: { from: plusDays(from, -1), to: plusDays(from, 7) },
      },
    },
    { enabled: Boolean(first), placeholderData: keepPreviousData },
  );
  if (next.isError || week.isError) {
    return <Failed error={next.error ?? week.error} retry={() => void next.refetch()} />;
  }
  if (!doctor.bookable || first === null) {
    return (
      <EmptyState title={doctor.bookable ? t`No free time` : t`Takes no bookings now`}>
        <p>
          <Trans>Please look again in some days, or choose another doctor.</Trans>
        </p>
      </EmptyState>
    );
  }
  if (!first || !week.data) {
    return <LoadingRows rows={1} className="h-80" />;
  }
  const show = (date: string) => void navigate({ search: { from: date }, resetScroll: false });
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <Trans>
            Next free time: <strong>{formats.moment(first.startsAt)}</strong>
          </Trans>
        </p>
        {from > dateOf(first.startsAt, ownZone) && (
          <Button look="quiet" small onClick={() => show(dateOf(first.startsAt, ownZone))}>
            <Trans>Go there</Trans>
          </Button>
        )}
      </div>
      <Week
        from={from}
        slots={week.data.items}
        canGoBack={from > today}
        onMove={(weeks) => {
          const date = plusDays(from, 7 * weeks);
          show(date < today ? today : date);
        }}
      />
      {!sameClock(doctor.zone, ownZone, first.startsAt) && (
        <Notice>
          <Trans>
            Times are in your zone, {formats.zoneName(ownZone)}. The doctor's is{" "}
            {formats.zoneName(doctor.zone)}.
          </Trans>
        </Notice>
      )}
    </div>
  );
}

function Columns({ children }: { children: ReactNode }) {
  return <div className="grid gap-8 lg:grid-cols-[18rem_1fr]">{children}</div>;
}

export function DoctorPage() {
  const { t } = useLingui();
  const { doctorId } = route.useParams();
  const doctor = $api.useQuery("get", "/api/v1/doctors/{id}", {
    params: { path: { id: doctorId } },
  });
  if (isProblem(doctor.error, "not-found")) {
    return <NotFound />;
  }
  if (!doctor.data) {
    return doctor.isError ? (
      <Page title={t`Doctor`}>
        <Failed error={doctor.error} retry={() => void doctor.refetch()} />
      </Page>
    ) : (
      <Page title={t`Doctor`} lead={<Skeleton className="h-7" />}>
        <Columns>
          <Skeleton className="h-96" />
          <LoadingRows rows={1} className="h-80" />
        </Columns>
      </Page>
    );
  }
  return (
    <Page title={doctor.data.name} lead={doctor.data.specialization}>
      <Columns>
        <About doctor={doctor.data} />
        <Times doctor={doctor.data} />
      </Columns>
    </Page>
  );
}
