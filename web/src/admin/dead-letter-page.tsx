import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import { NotFound } from "@/app/not-found";
import { Button, TextLink } from "@/ui/button";
import { Failed, LoadingRows, Notice, Refusal } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Card, Fact, Facts, Page } from "@/ui/page";
import { toast } from "@/ui/toast";
import { Confirm } from "./confirm";
import { LetterState } from "./letter-state";
import { pretty } from "./pretty";
import { serviceOf } from "./service-words";
import { type LetterService, letterServiceOf } from "./services";

const route = getRouteApi("/_data/admin/dead-letters/$service/$topic/$offset");

type Letter = Schemas["WholeDeadLetterView"];

function useLetter(service: LetterService) {
  const { topic, offset } = route.useParams();
  return { path: { service, topic, offset: Number(offset) } };
}

/** Text as it came: what was sent by whomever is nothing but text here. */
function Text({ title, text }: { title: string; text: string }) {
  return (
    <div className="grid grid-cols-1 gap-2">
      <h2>{title}</h2>
      <section
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it
        tabIndex={0}
        className="max-h-128 overflow-auto rounded-md bg-sunken p-4"
      >
        <pre dir="ltr" className="text-start text-sm">
          {text}
        </pre>
      </section>
    </div>
  );
}

function Actions({ service }: { service: LetterService }) {
  const { t } = useLingui();
  const params = useLetter(service);
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const settled = (words: string) => ({
    onSuccess: async () => {
      setAsked(false);
      toast(words);
      await queries.invalidateQueries();
    },
  });
  const send = $api.useMutation(
    "post",
    "/api/v1/admin/dead-letters/{service}/{topic}/{offset}/send-again",
    settled(t`It was sent again.`),
  );
  const dismiss = $api.useMutation(
    "post",
    "/api/v1/admin/dead-letters/{service}/{topic}/{offset}/dismiss",
    settled(t`It was dismissed.`),
  );
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        <Button busy={send.isPending} onClick={() => send.mutate({ params })}>
          <Trans>Send again</Trans>
        </Button>
        <Button look="danger" onClick={() => setAsked(true)}>
          <Trans>Dismiss</Trans>
        </Button>
      </div>
      {isProblem(send.error, "dead-letter-settled") ? (
        <Notice tone="warn" live>
          <Trans>Somebody has settled it meanwhile. Load the page again to see how.</Trans>
        </Notice>
      ) : (
        <Refusal error={send.error} />
      )}
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={<Trans>Dismiss this letter?</Trans>}
        action={<Trans>Dismiss</Trans>}
        onConfirm={() => dismiss.mutate({ params })}
        busy={dismiss.isPending}
        error={dismiss.error}
      >
        <p>
          <Trans>
            The message is not handled, now or later: it can never be sent again. It can still be
            read for 90 days.
          </Trans>
        </p>
      </Confirm>
    </div>
  );
}

function Known({ letter: { letter, headers, key } }: { letter: Letter }) {
  const { t } = useLingui();
  return (
    <Card className="grid items-start gap-6 lg:grid-cols-2">
      <Facts>
        <Fact name={t`State`}>
          <LetterState state={letter.state} />
        </Fact>
        <Fact name={t`Parked`}>
          <Moment at={letter.parkedAt} />
        </Fact>
        {letter.settledAt && (
          <Fact name={t`Settled`}>
            <Moment at={letter.settledAt} />{" "}
            {letter.settledBy && (
              <TextLink to="/admin/accounts/$accountId" params={{ accountId: letter.settledBy }}>
                <Trans>by this account</Trans>
              </TextLink>
            )}
          </Fact>
        )}
        <Fact name={t`Read by`}>{letter.consumerGroup}</Fact>
        <Fact name={t`Cause`}>
          <span className="break-all">{letter.exception}</span>
        </Fact>
      </Facts>
      <Facts>
        <Fact name={t`Key`}>
          <span className="break-all">{key}</span>
        </Fact>
        <Fact name={t`Message id`}>
          <span className="break-all">{letter.messageId}</span>
        </Fact>
        {Object.entries(headers).map(([name, value]) => (
          <Fact key={name} name={<bdi>{name}</bdi>}>
            <span className="break-all">{value}</span>
          </Fact>
        ))}
      </Facts>
    </Card>
  );
}

export function DeadLetterPage() {
  const service = letterServiceOf(route.useParams().service);
  return service ? <OfService service={service} /> : <NotFound />;
}

function OfService({ service }: { service: LetterService }) {
  const { t, i18n } = useLingui();
  const params = useLetter(service);
  const letter = $api.useQuery("get", "/api/v1/admin/dead-letters/{service}/{topic}/{offset}", {
    params,
  });
  if (isProblem(letter.error, "not-found") || isProblem(letter.error, "invalid-request")) {
    return <NotFound />;
  }
  return (
    <Page
      title={letter.data?.letter.type ?? t`Dead letter`}
      lead={`${serviceOf(service, i18n)} · ${params.path.topic}`}
      actions={
        <TextLink to="/admin/dead-letters" search={{ service }}>
          <Trans>To all dead letters</Trans>
        </TextLink>
      }
    >
      {letter.data ? (
        <div className="grid grid-cols-1 gap-8">
          {letter.data.letter.state === "OPEN" && <Actions service={service} />}
          <Known letter={letter.data} />
          <Text title={t`What the message says`} text={pretty(letter.data.payload ?? "")} />
          {letter.data.stackTrace && (
            <Text title={t`Why it was not handled`} text={letter.data.stackTrace} />
          )}
        </div>
      ) : letter.isError ? (
        <Failed error={letter.error} retry={() => void letter.refetch()} />
      ) : (
        <LoadingRows rows={3} className="h-40" />
      )}
    </Page>
  );
}
