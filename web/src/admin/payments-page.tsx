import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { useFormats } from "@/language/formats";
import type { PaymentsSearch } from "@/routes/_data/admin.payments";
import { TextLink } from "@/ui/button";
import { Badge, EmptyState } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { DaysAndState } from "./days-and-state";
import { changed, zoneOf } from "./filters";
import { OnePage } from "./one-page";
import { failureWords, paymentTones, paymentWords } from "./words";

const route = getRouteApi("/_data/admin/payments");

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: object) =>
    void navigate({ search: (before) => changed<PaymentsSearch>(before, change) });
  return (
    <search className="mb-8 grid items-start gap-4 sm:grid-cols-3">
      <DaysAndState search={search} onChange={set} words={paymentWords} />
    </search>
  );
}

export function PaymentsPage() {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const { status, ...search } = route.useSearch();
  const payments = $api.useQuery(
    "get",
    "/api/v1/payments",
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
    <Page title={t`Payments`} lead={t`The newest first. Money is given back by cancelling.`}>
      <Filters />
      <OnePage
        list={payments}
        cursor={search.cursor}
        empty={
          <EmptyState title={t`No payment fits`}>
            <p>
              <Trans>Ask for other days, or for another state.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <Table
            label={t`Payments`}
            heads={[t`Asked for`, t`Amount`, t`State`, t`Last change`, t`Appointment`]}
          >
            {items.map((it) => (
              <tr key={it.id}>
                <RowHead className="whitespace-nowrap">
                  <Moment at={it.createdAt} />
                </RowHead>
                <Cell className="whitespace-nowrap">{it.amount && formats.money(it.amount)}</Cell>
                <Cell>
                  <Badge tone={paymentTones[it.status]}>{i18n._(paymentWords[it.status])}</Badge>
                  {it.failureReason && (
                    <p className="mt-1 text-sm text-soft">
                      {i18n._(failureWords[it.failureReason])}
                    </p>
                  )}
                </Cell>
                <Cell className="whitespace-nowrap">
                  <Moment at={it.history.at(-1)?.at ?? it.createdAt} />
                </Cell>
                <Cell>
                  <TextLink
                    to="/appointments/$appointmentId"
                    params={{ appointmentId: it.appointmentId }}
                    className="whitespace-nowrap"
                  >
                    <Trans>To the appointment</Trans>
                  </TextLink>
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </OnePage>
    </Page>
  );
}
