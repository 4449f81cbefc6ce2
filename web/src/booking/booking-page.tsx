import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { appointmentQuery } from "@/appointments/refresh";
import type { Appointment } from "@/appointments/words";
import { isUnsettled } from "@/payments/money";
import { usePaymentOf } from "@/payments/payment-of";
import { Failed, Skeleton } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { BookingView } from "./booking-view";

const route = getRouteApi("/_data/bookings/$appointmentId");

/** In ms: how often it is looked whether a booking has come further. */
const often = 1_000;

function isUnderWay(appointment: Appointment | undefined): boolean {
  return appointment?.status === "PENDING" || appointment?.status === "CANCELLING";
}

/** A booking while it comes about, and what became of it. */
export function BookingPage() {
  const { t } = useLingui();
  const { appointmentId } = route.useParams();
  const appointment = useQuery({
    ...appointmentQuery(appointmentId),
    refetchInterval: (query) => (isUnderWay(query.state.data) ? often : false),
  });
  const underWay = isUnderWay(appointment.data);
  const payment = usePaymentOf(appointmentId, (found) =>
    underWay || isUnsettled(found) ? often : false,
  );
  if (isProblem(appointment.error, "not-found")) {
    return <NotFound />;
  }
  if (!appointment.data) {
    return (
      <Page title={t`Your booking`} narrow>
        {appointment.isError ? (
          <Failed error={appointment.error} retry={() => void appointment.refetch()} />
        ) : (
          <Skeleton className="h-96" />
        )}
      </Page>
    );
  }
  return (
    <BookingView
      appointment={appointment.data}
      payment={payment.data}
      unreachable={underWay && (appointment.failureCount > 0 || payment.failureCount > 0)}
    />
  );
}
