import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode } from "react";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import { Badge, Failed, Skeleton } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { troubled } from "./health";
import { servicesEvery } from "./health-page";
import { serviceOf } from "./service-words";
import { type LetterService, letterServices } from "./services";

/** More than these are not counted. */
const most = 100;
const counted = { limit: most } as const;
const now = { refetchInterval: 30_000 } as const;

const PlaceLink = createLink((props: ComponentProps<"a">) => (
  <a {...props} className="font-medium after:absolute after:inset-0 after:rounded-lg" />
));

interface Asked<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** A thing to look after: how many there are, and where they are. */
function Place<Data>({
  asked,
  countOf,
  link,
  good,
  bad,
}: {
  asked: Asked<Data>;
  countOf: (data: Data) => number;
  link: ReactNode;
  good: ReactNode;
  bad: (count: number) => ReactNode;
}) {
  const formats = useFormats();
  if (asked.data === undefined) {
    return (
      <li className="grid gap-2 rounded-lg bg-surface p-5 ring-1 ring-line">
        {asked.error ? (
          <>
            <h2 className="relative !text-base">{link}</h2>
            <Failed error={asked.error} retry={() => void asked.refetch()} />
          </>
        ) : (
          <Skeleton className="h-24" />
        )}
      </li>
    );
  }
  const count = countOf(asked.data);
  return (
    <li className="relative grid content-start gap-2 rounded-lg bg-surface p-5 shadow-card ring-1 ring-line hover:ring-accent">
      <p className="text-3xl font-semibold tabular-nums" aria-hidden="true">
        {formats.number(Math.min(count, most))}
        {count >= most && "+"}
      </p>
      <h2 className="!text-base">{link}</h2>
      <p>
        {count === 0 ? <Badge tone="good">{good}</Badge> : <Badge tone="warn">{bad(count)}</Badge>}
      </p>
    </li>
  );
}

function Health() {
  const services = $api.useQuery("get", "/api/v1/admin/services", {}, servicesEvery);
  return (
    <Place
      asked={services}
      countOf={({ items }) => items.filter(troubled).length}
      link={
        <PlaceLink to="/admin/health">
          <Trans>Services in trouble</Trans>
        </PlaceLink>
      }
      good={<Trans>All are ready</Trans>}
      bad={() => <Trans>Look at them</Trans>}
    />
  );
}

function Letters({ service }: { service: LetterService }) {
  const { i18n } = useLingui();
  const letters = $api.useQuery(
    "get",
    "/api/v1/admin/dead-letters/{service}",
    { params: { path: { service }, query: counted } },
    now,
  );
  const name = serviceOf(service, i18n);
  return (
    <Place
      asked={letters}
      countOf={({ items }) => items.length}
      link={
        <PlaceLink to="/admin/dead-letters" search={{ service }}>
          <Trans>Dead letters: {name}</Trans>
        </PlaceLink>
      }
      good={<Trans>None waits</Trans>}
      bad={(count) => <Plural value={count} one="# to be decided" other="# to be decided" />}
    />
  );
}

export function OverviewPage() {
  const { t } = useLingui();
  const stuck = $api.useQuery(
    "get",
    "/api/v1/admin/sagas",
    { params: { query: { state: "STUCK", ...counted } } },
    now,
  );
  const orphaned = $api.useQuery(
    "get",
    "/api/v1/appointments",
    { params: { query: { doctorDisabled: true, ...counted } } },
    now,
  );
  return (
    <Page title={t`Administration`} lead={t`What needs somebody's attention.`}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3" aria-label={t`What needs attention`}>
        <Place
          asked={stuck}
          countOf={({ items }) => items.length}
          link={
            <PlaceLink to="/admin/sagas" search={{ state: "STUCK" }}>
              <Trans>Stuck bookings</Trans>
            </PlaceLink>
          }
          good={<Trans>None is stuck</Trans>}
          bad={(count) => <Plural value={count} one="# is stuck" other="# are stuck" />}
        />
        <Place
          asked={orphaned}
          countOf={({ items }) => items.length}
          link={
            <PlaceLink to="/admin/appointments" search={{ doctorDisabled: true }}>
              <Trans>Appointments with disabled doctors</Trans>
            </PlaceLink>
          }
          good={<Trans>None to be moved</Trans>}
          bad={(count) => (
            <Plural
              value={count}
              one="# to be moved or cancelled"
              other="# to be moved or cancelled"
            />
          )}
        />
        <Health />
      </ul>
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4" aria-label={t`Dead letters`}>
        {letterServices.map((service) => (
          <Letters key={service} service={service} />
        ))}
      </ul>
    </Page>
  );
}
