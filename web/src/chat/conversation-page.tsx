import { useLingui } from "@lingui/react/macro";
import { getRouteApi } from "@tanstack/react-router";
import { $api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { Avatar } from "@/ui/avatar";
import { EmptyState, Failed, LoadingRows } from "@/ui/feedback";
import { useTitle } from "@/ui/page";
import { BackToAll } from "./back-to-all";
import { Thread } from "./thread";

const route = getRouteApi("/_data/messages/$conversationId");

export function ConversationPage() {
  const { t } = useLingui();
  const { conversationId } = route.useParams();
  const conversation = $api.useQuery("get", "/api/v1/conversations/{id}", {
    params: { path: { id: conversationId } },
  });
  const name = conversation.data?.with.name;
  useTitle(name ?? t`Messages`);
  if (!conversation.data) {
    return (
      <div className="grid content-start justify-items-start gap-4 p-4">
        <BackToAll />
        <div className="w-full">
          {isProblem(conversation.error, "not-found") ? (
            <EmptyState title={t`There is no such conversation`} />
          ) : conversation.isError ? (
            <Failed error={conversation.error} retry={() => void conversation.refetch()} />
          ) : (
            <LoadingRows rows={4} className="h-12" />
          )}
        </div>
      </div>
    );
  }
  return (
    <>
      <header className="flex items-center gap-3 border-b border-line px-4 py-3">
        <BackToAll />
        <Avatar name={conversation.data.with.name} small />
        <h2 className="min-w-0 truncate" dir="auto">
          {name}
        </h2>
      </header>
      <Thread key={conversationId} conversation={conversation.data} />
    </>
  );
}
