import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api, type Schemas } from "@/api/client";
import { useFormats } from "@/language/formats";
import { TextLink } from "@/ui/button";
import { Badge, EmptyState } from "@/ui/feedback";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { OnePage } from "./one-page";
import { awaitedOf, doingOf, outcomeTones, outcomeWords, stepOf } from "./saga-words";
import { reasonWords } from "./words";

const route = getRouteApi("/_data/admin/sagas");

/** In ms: sagas move by themselves. */
const again = 5_000;

function Steps({ steps }: { steps: Schemas["StepTaken"][] }) {
  const { t, i18n } = useLingui();
  return (
    <ol className="grid gap-2" aria-label={t`Steps so far`}>
      {steps.map((it) => (
        <li key={`${it.step} ${it.outcome} ${it.at}`} className="flex flex-wrap items-center gap-2">
          <span>{stepOf(it, i18n)}</span>
          <Badge tone={outcomeTones[it.outcome]}>{i18n._(outcomeWords[it.outcome])}</Badge>
          <span className="text-sm text-soft">
            <Moment at={it.at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function SagaCard({ saga, now }: { saga: Schemas["SagaView"]; now: number }) {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const awaited = awaitedOf(saga, i18n);
  return (
    <li>
      <Card className="grid gap-5 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <h2>{doingOf(saga, i18n)}</h2>
            {saga.stuck && (
              <Badge tone="danger">
                <Trans>Stuck</Trans>
              </Badge>
            )}
            {saga.state === "UNDOING" && (
              <Badge tone="warn">
                <Trans>Is undone</Trans>
              </Badge>
            )}
          </div>
          <Facts>
            {awaited && <Fact name={t`Waits for`}>{awaited}</Fact>}
            {saga.reason && <Fact name={t`Because`}>{i18n._(reasonWords[saga.reason])}</Fact>}
            {saga.attempts > 0 && (
              <Fact name={t`Tried`}>
                <Plural value={saga.attempts} one="once" other="# times" />
              </Fact>
            )}
            {saga.deadline && (
              <Fact name={saga.state === "UNDOING" ? t`Next try` : t`Given up`}>
                <Moment at={saga.deadline} /> ({formats.relative(saga.deadline, now)})
              </Fact>
            )}
            <Fact name={t`Asked for`}>
              <Moment at={saga.requestedAt} />
            </Fact>
          </Facts>
          <p>
            <TextLink
              to="/appointments/$appointmentId"
              params={{ appointmentId: saga.appointmentId }}
            >
              <Trans>To the appointment</Trans>
            </TextLink>
          </p>
        </div>
        <div className="grid content-start gap-3">
          <h3>
            <Trans>Steps so far</Trans>
          </h3>
          {saga.steps.length > 0 ? (
            <Steps steps={saga.steps} />
          ) : (
            <p className="text-soft">
              <Trans>None yet</Trans>
            </p>
          )}
        </div>
      </Card>
    </li>
  );
}

export function SagasPage() {
  const { t } = useLingui();
  const { state = "OPEN", cursor } = route.useSearch();
  const sagas = $api.useQuery(
    "get",
    "/api/v1/admin/sagas",
    { params: { query: { state, limit: 20, ...(cursor && { cursor }) } } },
    { placeholderData: keepPreviousData, refetchInterval: again },
  );
  return (
    <Page
      title={t`Bookings under way`}
      lead={t`What bookings and cancellations under way are waiting for. It is looked at again every five seconds.`}
    >
      <LinkTabs label={t`Which bookings`}>
        <LinkTab to="/admin/sagas" search={{}} activeOptions={{ exact: true }}>
          <Trans>All under way</Trans>
        </LinkTab>
        <LinkTab to="/admin/sagas" search={{ state: "STUCK" }}>
          <Trans>Stuck</Trans>
        </LinkTab>
      </LinkTabs>
      <OnePage
        list={sagas}
        cursor={cursor}
        empty={
          <EmptyState title={state === "STUCK" ? t`Nothing is stuck` : t`Nothing is under way`}>
            <p>
              {state === "STUCK" ? (
                <Trans>Everything that is being undone goes on by itself.</Trans>
              ) : (
                <Trans>Every booking has come to its end.</Trans>
              )}
            </p>
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="grid gap-4" aria-label={t`Bookings under way`}>
            {items.map((saga) => (
              <SagaCard key={saga.appointmentId} saga={saga} now={sagas.dataUpdatedAt} />
            ))}
          </ul>
        )}
      </OnePage>
    </Page>
  );
}
