import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, type Schemas } from "@/api/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Badge, LoadingRows, Refusal } from "@/ui/feedback";
import { Moment } from "@/ui/moment";
import { Card } from "@/ui/page";
import { byCursor, Pages } from "@/ui/pages";

const path = "/api/v1/auth/sessions";

function useSessionsChanged() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["get", path] });
}

function SessionRow({ session }: { session: Schemas["SessionView"] }) {
  const { t } = useLingui();
  const changed = useSessionsChanged();
  const end = $api.useMutation("delete", "/api/v1/auth/sessions/{id}", { onSuccess: changed });
  const client = deviceOf(session.client) ?? t`Unknown device`;
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p className="font-medium">
            <bdi>{client}</bdi>{" "}
            {session.current && (
              <Badge tone="good">
                <Trans>This one</Trans>
              </Badge>
            )}
          </p>
          <p className="text-sm text-soft">
            <Trans>
              Last used <Moment at={session.lastUsedAt} />
            </Trans>
          </p>
        </div>
        {!session.current && (
          <Button
            look="secondary"
            small
            busy={end.isPending}
            aria-label={t`Sign out ${client}`}
            onClick={() => end.mutate({ params: { path: { id: session.id } } })}
          >
            <Trans>Sign out</Trans>
          </Button>
        )}
      </div>
      <Refusal error={end.error} />
    </li>
  );
}

/** The browser and the system of a User-Agent, in short. */
export function deviceOf(client: string | null | undefined): string | null {
  if (!client) {
    return null;
  }
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(client)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(client)?.[1];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  const known = [browser, system].filter((it) => it !== undefined).map((it) => names[it] ?? it);
  return known.length > 0 ? known.join(" · ") : client.slice(0, 60);
}

export function SessionsCard() {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const changed = useSessionsChanged();
  const sessions = $api.useInfiniteQuery(
    "get",
    path,
    { params: { query: { limit: 10 } } },
    byCursor,
  );
  const endOthers = $api.useMutation("delete", path, {
    onSuccess: async () => {
      setAsking(false);
      await changed();
    },
  });
  const isAlone = sessions.data?.pages[0]?.items.length === 1;
  return (
    <Card className="grid gap-4">
      <h2>
        <Trans>Where you are signed in</Trans>
      </h2>
      <Pages list={sessions} empty={null} loading={<LoadingRows rows={2} className="h-16" />}>
        {(items) => (
          <ul>
            {items.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Pages>
      {!isAlone && (
        <Button look="danger" className="justify-self-start" onClick={() => setAsking(true)}>
          <Trans>Sign out everywhere else</Trans>
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t`Sign out everywhere else?`}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              <Trans>Keep them</Trans>
            </Button>
            <Button
              look="danger"
              busy={endOthers.isPending}
              onClick={() => endOthers.mutate({ params: { query: { exceptCurrent: true } } })}
            >
              <Trans>Sign out</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>All other browsers and apps will have to sign in again. You stay here.</Trans>
        </p>
        <Refusal error={endOthers.error} />
      </Dialog>
    </Card>
  );
}
