import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { Button } from "@/ui/button";
import { Badge, EmptyState, LoadingRows } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { byCursor, Pages } from "@/ui/pages";
import { Cell, RowHead, Table } from "@/ui/table";
import { toast } from "@/ui/toast";
import { Confirm } from "./confirm";

/** Where somebody is signed in. */
export function AccountSessions({ account }: { account: Schemas["AccountDetails"] }) {
  const { t } = useLingui();
  const sessions = $api.useInfiniteQuery(
    "get",
    "/api/v1/admin/accounts/{id}/sessions",
    { params: { path: { id: account.id }, query: { limit: 20 } } },
    byCursor,
  );
  return (
    <section className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2>
          <Trans>Sessions</Trans>
        </h2>
        {account.sessions > 0 && <EndAll account={account} />}
      </div>
      <Pages
        list={sessions}
        loading={<LoadingRows rows={2} className="h-14" />}
        empty={<EmptyState title={t`Signed in nowhere`} />}
      >
        {(items) => (
          <Table label={t`Sessions`} heads={[t`With`, t`Signed in`, t`Last used`]}>
            {items.map((it) => (
              <tr key={it.id}>
                <RowHead>
                  <bdi>{it.client ?? t`Unknown program`}</bdi>{" "}
                  {it.current && (
                    <Badge tone="good">
                      <Trans>This one</Trans>
                    </Badge>
                  )}
                </RowHead>
                <Cell className="whitespace-nowrap">
                  <Moment at={it.startedAt} />
                </Cell>
                <Cell className="whitespace-nowrap">
                  <Moment at={it.lastUsedAt} />
                </Cell>
              </tr>
            ))}
          </Table>
        )}
      </Pages>
    </section>
  );
}

function EndAll({ account }: { account: Schemas["AccountDetails"] }) {
  const { t } = useLingui();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const end = $api.useMutation("delete", "/api/v1/admin/accounts/{id}/sessions", {
    onSuccess: async () => {
      setAsked(false);
      toast(t`All sessions are ended.`);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button look="danger" small onClick={() => setAsked(true)}>
        <Trans>End all</Trans>
      </Button>
      <Confirm
        open={asked}
        onClose={() => {
          setAsked(false);
          end.reset();
        }}
        title={<Plural value={account.sessions} one="End # session?" other="End all # sessions?" />}
        action={<Trans>End all</Trans>}
        onConfirm={() => end.mutate({ params: { path: { id: account.id } } })}
        busy={end.isPending}
        error={end.error}
      >
        <p>
          <Trans>
            They are signed out everywhere within 15 minutes, and have to sign in again with their
            password.
          </Trans>
        </p>
      </Confirm>
    </>
  );
}
