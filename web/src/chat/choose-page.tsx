import { Trans, useLingui } from "@lingui/react/macro";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { EmptyState, LoadingRows } from "@/ui/feedback";
import { BackToAll } from "./back-to-all";
import { useConversations } from "./conversations";

const route = getRouteApi("/_data/messages/");

/** Beside the list, while no conversation is open; or the way to the one with somebody. */
export function ChoosePage() {
  const { t } = useLingui();
  const { with: other } = route.useSearch();
  const list = useConversations();
  const all = list.data?.pages.flatMap((page) => page.items);
  const found = other ? all?.find((it) => it.with.id === other) : undefined;
  const { hasNextPage, isFetching, fetchNextPage } = list;
  const seeking = other !== undefined && !found && (!all || hasNextPage);
  useEffect(() => {
    if (seeking && hasNextPage && !isFetching) {
      void fetchNextPage();
    }
  }, [seeking, hasNextPage, isFetching, fetchNextPage]);
  if (found) {
    return (
      <Navigate to="/messages/$conversationId" params={{ conversationId: found.id }} replace />
    );
  }
  if (seeking) {
    return (
      <div className="grow p-4">
        <LoadingRows rows={3} className="h-12" />
      </div>
    );
  }
  return (
    <div className="m-auto p-6">
      {other ? (
        <div className="grid justify-items-start gap-4">
          <BackToAll />
          <EmptyState title={t`No conversation yet`}>
            <p>
              <Trans>It opens as soon as a booking between you is confirmed.</Trans>
            </p>
          </EmptyState>
        </div>
      ) : (
        <p className="text-soft">
          <Trans>Choose a conversation.</Trans>
        </p>
      )}
    </div>
  );
}
