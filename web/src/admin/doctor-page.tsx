import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { useFormats } from "@/language/formats";
import { SlotsEditor } from "@/slots/slots-editor";
import { ButtonLink, TextLink } from "@/ui/button";
import { Badge, Failed, LoadingRows } from "@/ui/feedback";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { EditDoctor } from "./edit-doctor";

const route = getRouteApi("/_data/admin/doctors/$doctorId");

/** A doctor as one has seen them: whoever changes them since makes another tag. */
export interface SeenDoctor {
  doctor: Schemas["DoctorView"];
  tag: string;
}

export function doctorQuery(id: string) {
  return {
    queryKey: ["admin", "doctor", id],
    queryFn: async (): Promise<SeenDoctor> => {
      const { data, error, response } = await api.GET("/api/v1/doctors/{id}", {
        params: { path: { id } },
      });
      if (!data) {
        throw error;
      }
      return { doctor: data, tag: response.headers.get("ETag") ?? "*" };
    },
    // Nothing changes under the hands of somebody who types.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  };
}

function Fixed({ doctor }: { doctor: Schemas["DoctorView"] }) {
  const { t } = useLingui();
  const formats = useFormats();
  return (
    <Card className="grid content-start gap-4 self-start">
      <Facts>
        <Fact name={t`State`}>
          {doctor.bookable ? (
            <Badge tone="good">
              <Trans>Bookable</Trans>
            </Badge>
          ) : (
            <Badge tone="warn">
              <Trans>Takes no bookings</Trans>
            </Badge>
          )}
        </Fact>
        <Fact name={t`Time zone`}>
          {doctor.zone.replaceAll("_", " ")}
          <span className="block text-sm text-soft">{formats.zoneName(doctor.zone)}</span>
        </Fact>
        <Fact name={t`Account`}>
          {doctor.accountId ? (
            <TextLink to="/admin/accounts/$accountId" params={{ accountId: doctor.accountId }}>
              <Trans>To the account</Trans>
            </TextLink>
          ) : (
            <Trans>None yet: the doctor cannot sign in, and there are no conversations.</Trans>
          )}
        </Fact>
      </Facts>
      <TextLink to="/admin/appointments" search={{ doctorId: doctor.id }}>
        <Trans>To the appointments</Trans>
      </TextLink>
    </Card>
  );
}

export function DoctorPage() {
  const { t } = useLingui();
  const { doctorId } = route.useParams();
  const { from } = route.useSearch();
  const navigate = route.useNavigate();
  const seen = useQuery(doctorQuery(doctorId));
  if (isProblem(seen.error, "not-found")) {
    return <NotFound />;
  }
  if (!seen.data) {
    return (
      <Page title={t`Doctor`}>
        {seen.isError ? (
          <Failed error={seen.error} retry={() => void seen.refetch()} />
        ) : (
          <LoadingRows rows={4} className="h-20" />
        )}
      </Page>
    );
  }
  const { doctor } = seen.data;
  return (
    <Page
      title={doctor.name}
      lead={doctor.specialization}
      actions={
        <ButtonLink to="/doctors/$doctorId" params={{ doctorId }} look="secondary">
          <Trans>As patients see it</Trans>
        </ButtonLink>
      }
    >
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[1fr_20rem]">
        <EditDoctor key={doctor.id} seen={seen.data} />
        <Fixed doctor={doctor} />
      </div>
      <section className="mt-12 grid grid-cols-1 gap-6">
        <h2>
          <Trans>Free times</Trans>
        </h2>
        <SlotsEditor
          doctor={doctor}
          from={from}
          onMove={(day) => void navigate({ search: { from: day }, resetScroll: false })}
        />
      </section>
    </Page>
  );
}
