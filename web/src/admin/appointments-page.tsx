import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import { TextLink } from "@/ui/button";
import { Badge, EmptyState, Notice } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { AppointmentFilters } from "./appointment-filters";
import { zoneOf } from "./filters";
import { OnePage } from "./one-page";
import { appointmentTones, appointmentWords, reasonWords } from "./words";

const route = getRouteApi("/_data/admin/appointments");

export function AppointmentsPage() {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const { status, ...search } = route.useSearch();
  const appointments = $api.useQuery(
    "get",
    "/api/v1/appointments",
    {
      params: {
        query: {
          ...search,
          ...(status && { status: [status] }),
          ...zoneOf(search),
          limit: 20,
        },
      },
    },
    { placeholderData: keepPreviousData },
  );
  return (
    <Page title={t`Appointments`}>
      <AppointmentFilters />
      {search.doctorDisabled && (
        <div className="mb-6">
          <Notice tone="warn">
            <Trans>
              These are still to take place, with doctors whose account is disabled. Open each, and
              cancel it or move it together with the patient.
            </Trans>
          </Notice>
        </div>
      )}
      <OnePage
        list={appointments}
        cursor={search.cursor}
        empty={
          <EmptyState title={t`No appointment fits`}>
            <p>
              <Trans>Ask for other days, or for fewer things at once.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <Table
            label={t`Appointments`}
            heads={[t`Start`, t`Patient`, t`Doctor`, t`Fee`, t`State`, t`Asked for`]}
          >
            {items.map((it) => (
              <tr key={it.id}>
                <RowHead className="whitespace-nowrap">
                  <TextLink to="/appointments/$appointmentId" params={{ appointmentId: it.id }}>
                    <Moment at={it.startsAt} />
                  </TextLink>
                </RowHead>
                <Cell>
                  <bdi>{it.patient.name}</bdi>
                </Cell>
                <Cell>
                  <bdi>{it.doctor.name}</bdi>
                </Cell>
                <Cell className="whitespace-nowrap">{formats.money(it.fee)}</Cell>
                <Cell>
                  <Badge tone={appointmentTones[it.status]}>
                    {i18n._(appointmentWords[it.status])}
                  </Badge>
                  {it.cancellationReason && (
                    <p className="mt-1 text-sm text-soft">
                      {i18n._(reasonWords[it.cancellationReason])}
                    </p>
                  )}
                </Cell>
                <Cell className="text-sm whitespace-nowrap text-soft">
                  <Moment at={it.requestedAt} />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </OnePage>
    </Page>
  );
}
