import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { EmptyState } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";
import { PaymentRow } from "./payment-row";

const route = getRouteApi("/_data/payments");

export function PaymentsPage() {
  const { t } = useLingui();
  const { open } = route.useSearch();
  const payments = $api.useInfiniteQuery(
    "get",
    "/api/v1/payments",
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  // A payment does not say what it is for.
  const appointments = $api.useQuery("get", "/api/v1/appointments", {
    params: { query: { limit: 100 } },
  });
  return (
    <Page title={t`Payments`} lead={t`What you paid, and what you got back.`}>
      <Pages
        list={payments}
        empty={
          <EmptyState title={t`No payments so far`}>
            <p>
              <Trans>What you pay for appointments stands here.</Trans>
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="grid gap-4" aria-label={t`Payments`}>
            {items.map((payment) => (
              <PaymentRow
                key={payment.id}
                payment={payment}
                known={appointments.data?.items.find(({ id }) => id === payment.appointmentId)}
                open={open === payment.id}
              />
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
