import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { $api } from "@/api/client";
import { dateOf } from "@/language/days";
import { ownZone } from "@/language/formats";
import { ButtonLink } from "@/ui/button";
import { EmptyState } from "@/ui/feedback";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";
import { Page } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";
import { AppointmentRow } from "./appointment-row";
import { belongs, queryOf, type Show } from "./lists";

const route = getRouteApi("/_data/appointments/");

function List({ show, empty }: { show: Show; empty: ReactNode }) {
  const { t } = useLingui();
  const list = $api.useInfiniteQuery(
    "get",
    "/api/v1/appointments",
    { params: { query: { ...queryOf(show, dateOf(new Date(), ownZone), ownZone), limit: 20 } } },
    {
      ...byCursor,
      select: (data) => ({
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.filter((it) => belongs(show, it, Date.now())),
        })),
      }),
    },
  );
  return (
    <Pages list={list} empty={empty}>
      {(items) => (
        <ul className="grid gap-4" aria-label={t`Appointments`}>
          {items.map((appointment) => (
            <AppointmentRow key={appointment.id} appointment={appointment} />
          ))}
        </ul>
      )}
    </Pages>
  );
}

export function AppointmentsPage() {
  const { t } = useLingui();
  const { show = "upcoming" } = route.useSearch();
  const empty = {
    upcoming: (
      <EmptyState title={t`No appointments to come`}>
        <p>
          <Trans>What you book stands here.</Trans>
        </p>
        <ButtonLink to="/doctors">
          <Trans>Find a doctor</Trans>
        </ButtonLink>
      </EmptyState>
    ),
    past: <EmptyState title={t`No appointments so far`} />,
    cancelled: <EmptyState title={t`Nothing was cancelled`} />,
  };
  return (
    <Page title={t`Appointments`}>
      <LinkTabs label={t`Which appointments`}>
        <LinkTab to="/appointments" search={{}} activeOptions={{ exact: true }}>
          <Trans>Upcoming</Trans>
        </LinkTab>
        <LinkTab to="/appointments" search={{ show: "past" }}>
          <Trans>Past</Trans>
        </LinkTab>
        <LinkTab to="/appointments" search={{ show: "cancelled" }}>
          <Trans>Cancelled</Trans>
        </LinkTab>
      </LinkTabs>
      <List key={show} show={show} empty={empty[show]} />
    </Page>
  );
}
