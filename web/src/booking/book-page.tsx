import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { appointmentQuery } from "@/appointments/refresh";
import { Failed, Skeleton } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { BookSteps } from "./book-steps";
import { type SlotName, slotNamed } from "./slot-name";

const route = getRouteApi("/_data/book/$slotId");

function Booking({ name, slotId }: { name: SlotName; slotId: string }) {
  const { t } = useLingui();
  const { from } = route.useSearch();
  const doctor = $api.useQuery("get", "/api/v1/doctors/{id}", {
    params: { path: { id: name.doctorId } },
  });
  const slots = $api.useQuery("get", "/api/v1/doctors/{doctorId}/slots", {
    params: { path: { doctorId: name.doctorId }, query: { from: name.date, to: name.date } },
  });
  const before = useQuery({ ...appointmentQuery(from ?? ""), enabled: from !== undefined });
  if (isProblem(doctor.error, "not-found") || isProblem(slots.error, "not-found")) {
    return <NotFound />;
  }
  const failed = (!doctor.data && doctor.error) || (!slots.data && slots.error);
  const waiting = !doctor.data || !slots.data || (before.isLoading && from !== undefined);
  return (
    <Page title={t`Book an appointment`}>
      {failed ? (
        <Failed
          error={failed}
          retry={() => {
            void doctor.refetch();
            void slots.refetch();
          }}
        />
      ) : waiting ? (
        <Skeleton className="h-96" />
      ) : (
        <BookSteps
          doctor={doctor.data}
          slotId={slotId}
          name={name}
          slot={slots.data.items.find(({ id }) => id === slotId)}
          given={given(before.data)}
        />
      )}
    </Page>
  );
}

function given(before: Schemas["AppointmentView"] | undefined) {
  return before ? { mode: before.mode, reason: before.reason ?? "" } : {};
}

export function BookPage() {
  const { t } = useLingui();
  const { slotId } = route.useParams();
  const name = slotNamed(slotId);
  return name ? (
    <Booking key={name.doctorId} name={name} slotId={slotId} />
  ) : (
    <Page title={t`There is no such time`}>
      <Trans>Please choose a time on the page of a doctor.</Trans>
    </Page>
  );
}
