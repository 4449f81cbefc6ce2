import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { Failed, Skeleton } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { AppointmentDetails } from "./appointment-details";
import { appointmentQuery } from "./refresh";

const route = getRouteApi("/_data/appointments/$appointmentId");

/** In ms, while it changes by itself. */
const often = 2_000;

export function AppointmentPage() {
  const { t } = useLingui();
  const { appointmentId } = route.useParams();
  const appointment = useQuery({
    ...appointmentQuery(appointmentId),
    refetchInterval: ({ state }) =>
      state.data?.status === "PENDING" || state.data?.status === "CANCELLING" ? often : false,
  });
  if (isProblem(appointment.error, "not-found")) {
    return <NotFound />;
  }
  return appointment.data ? (
    <AppointmentDetails appointment={appointment.data} />
  ) : (
    <Page title={t`Appointment`}>
      {appointment.isError ? (
        <Failed error={appointment.error} retry={() => void appointment.refetch()} />
      ) : (
        <Skeleton className="h-96" />
      )}
    </Page>
  );
}
