import { Trans, useLingui } from "@lingui/react/macro";
import { keepPreviousData } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { $api, type Schemas } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { DeadLettersSearch } from "@/routes/_data/admin.dead-letters.index";
import { ButtonLink, TextLink } from "@/ui/button";
import { EmptyState } from "@/ui/feedback";
import { SelectField, TextField } from "@/ui/field";
import { LinkTab, LinkTabs } from "@/ui/link-tabs";
import { Moment } from "@/ui/moment";
import { Page } from "@/ui/page";
import { Cell, RowHead, Table } from "@/ui/table";
import { changed } from "./filters";
import { LetterState } from "./letter-state";
import { OnePage } from "./one-page";
import { SendAllAgain } from "./send-all-again";
import { serviceOf } from "./service-words";
import { type LetterService, letterServices } from "./services";

const route = getRouteApi("/_data/admin/dead-letters/");

function Filters({ topics }: { topics: string[] }) {
  const { t } = useLingui();
  const { state, topic } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <search className="mb-6 grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label={t`State`}
        value={state ?? "OPEN"}
        onChange={(event) => {
          const settled = event.target.value === "SETTLED";
          void navigate({
            search: ({ state: _, ...before }) =>
              changed<DeadLettersSearch>(before, settled ? { state: "SETTLED" } : {}),
          });
        }}
      >
        <option value="OPEN">{t`To be decided`}</option>
        <option value="SETTLED">{t`Settled`}</option>
      </SelectField>
      <form
        key={topic}
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = String(new FormData(event.currentTarget).get("topic")).trim();
          void navigate({ search: (before) => changed(before, { topic: wanted }) });
        }}
      >
        <TextField
          label={t`Topic`}
          name="topic"
          type="search"
          dir="ltr"
          list="topics"
          defaultValue={topic ?? ""}
          onBlur={(event) => event.currentTarget.form?.requestSubmit()}
        />
        <datalist id="topics">
          {topics.map((it) => (
            <option key={it} value={it} />
          ))}
        </datalist>
      </form>
    </search>
  );
}

function Letters({ service, letters }: { service: LetterService; letters: Letter[] }) {
  const { t } = useLingui();
  return (
    <Table label={t`Dead letters`} heads={[t`Message`, t`Topic`, t`Parked`, t`Cause`, t`State`]}>
      {letters.map((it) => (
        <tr key={`${it.topic} ${it.offset}`}>
          <RowHead>
            <TextLink
              to="/admin/dead-letters/$service/$topic/$offset"
              params={{ service, topic: it.topic, offset: String(it.offset) }}
            >
              <bdi>{it.type ?? t`Without a type`}</bdi>
            </TextLink>
          </RowHead>
          <Cell>
            <bdi>{it.topic}</bdi>
          </Cell>
          <Cell className="whitespace-nowrap">
            <Moment at={it.parkedAt} />
          </Cell>
          <Cell>
            <bdi>{it.exception?.split(".").at(-1)}</bdi>
          </Cell>
          <Cell>
            <LetterState state={it.state} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

type Letter = Schemas["DeadLetterView"];

export function DeadLettersPage() {
  const { t, i18n } = useLingui();
  const { service = "appointment-service", ...search } = route.useSearch();
  const letters = $api.useQuery(
    "get",
    "/api/v1/admin/dead-letters/{service}",
    { params: { path: { service }, query: { ...search, limit: 20 } } },
    {
      // Not those of another service while they are loaded.
      placeholderData: (before, query) =>
        query?.queryKey[2]?.params.path.service === service ? keepPreviousData(before) : undefined,
    },
  );
  const topics = [...new Set(letters.data?.items.map((it) => it.topic))];
  const open = search.state !== "SETTLED";
  return (
    <Page title={t`Dead letters`} lead={t`Messages that a service could not handle.`}>
      <LinkTabs label={t`Service`}>
        {letterServices.map((it) => (
          <LinkTab
            key={it}
            to="/admin/dead-letters"
            search={{ service: it }}
            aria-current={it === service ? "page" : undefined}
          >
            {serviceOf(it, i18n)}
          </LinkTab>
        ))}
      </LinkTabs>
      <Filters topics={topics} />
      {isProblem(letters.error, "not-found") ? (
        <EmptyState title={t`There is no such topic`}>
          <p>
            <Trans>This service reads no topic of that name.</Trans>
          </p>
          <ButtonLink to="/admin/dead-letters" search={{ service }} look="secondary">
            <Trans>Show all topics</Trans>
          </ButtonLink>
        </EmptyState>
      ) : (
        <OnePage
          list={letters}
          cursor={search.cursor}
          empty={
            <EmptyState title={open ? t`No letter waits` : t`None was settled`}>
              <p>
                {open ? (
                  <Trans>This service has handled every message.</Trans>
                ) : (
                  <Trans>They are kept for 90 days.</Trans>
                )}
              </p>
            </EmptyState>
          }
        >
          {(items) => (
            <div className="grid grid-cols-1 gap-4">
              {open && (
                <div className="flex flex-wrap gap-3">
                  {(search.topic ? [search.topic] : topics).map((topic) => (
                    <SendAllAgain key={topic} service={service} topic={topic} />
                  ))}
                </div>
              )}
              <Letters service={service} letters={items} />
            </div>
          )}
        </OnePage>
      )}
    </Page>
  );
}
