import { Trans, useLingui } from "@lingui/react/macro";
import { $api, type Schemas } from "@/api/client";
import { Badge, Failed, LoadingRows } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { serviceOf } from "./service-words";

/** In ms */
const again = 10_000;

export const servicesEvery = { refetchInterval: again } as const;

function Instances({ service }: { service: Schemas["ServiceState"] }) {
  if (service.instances.length === 0) {
    return (
      <Badge tone="danger">
        <Trans>Not there</Trans>
      </Badge>
    );
  }
  return (
    <ul className="grid gap-2">
      {service.instances.map(({ id, status }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <Badge tone={status === "UP" ? "good" : "danger"}>
            {status === "UP" && <Trans>Ready</Trans>}
            {status === "DOWN" && <Trans>Not ready</Trans>}
            {status === "UNREACHABLE" && <Trans>Does not answer</Trans>}
          </Badge>
          <bdi className="text-sm whitespace-nowrap text-soft">
            {id.replace(`${service.service}:`, "")}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function Routes({ routes }: { routes: Schemas["RouteState"][] }) {
  const left = routes.filter(({ breaker }) => breaker !== "CLOSED");
  if (routes.length === 0) {
    return null;
  }
  if (left.length === 0) {
    return (
      <Badge tone="good">
        <Trans>All are used</Trans>
      </Badge>
    );
  }
  return (
    <ul className="grid gap-2">
      {left.map(({ id, breaker }) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <bdi>{id}</bdi>
          <Badge tone={breaker === "HALF_OPEN" ? "warn" : "danger"}>
            {breaker === "HALF_OPEN" ? <Trans>Is tried again</Trans> : <Trans>Left alone</Trans>}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

export function HealthPage() {
  const { t, i18n } = useLingui();
  const services = $api.useQuery("get", "/api/v1/admin/services", {}, servicesEvery);
  return (
    <Page
      title={t`Health`}
      lead={t`The services as the gateway that answers sees them. They are asked again every ten seconds.`}
    >
      {services.data ? (
        <div className="grid grid-cols-1 gap-4">
          <Table label={t`Services`} heads={[t`Service`, t`Instances`, t`Routes to it`]}>
            {services.data.items.map((it) => (
              <tr key={it.service}>
                <RowHead>
                  {serviceOf(it.service, i18n)}
                  <bdi className="block text-sm font-normal text-soft">{it.service}</bdi>
                </RowHead>
                <Cell>
                  <Instances service={it} />
                </Cell>
                <Cell>
                  <Routes routes={it.routes} />
                </Cell>
              </tr>
            ))}
          </Table>
          <p className="text-sm text-soft">
            <Trans>
              As of <Moment at={new Date(services.dataUpdatedAt).toISOString()} as="time" />
            </Trans>
          </p>
          {services.isError && <Failed error={services.error} />}
        </div>
      ) : services.isError ? (
        <Failed error={services.error} retry={() => void services.refetch()} />
      ) : (
        <LoadingRows rows={6} className="h-14" />
      )}
    </Page>
  );
}
