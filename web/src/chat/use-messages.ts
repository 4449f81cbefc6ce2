import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { $api, api } from "@/api/client";
import { byCursor } from "@/ui/pages";
import { listen } from "./live";
import { lastOf, type Message, type MessagePages, withMessages } from "./merge";

const path = "/api/v1/conversations/{id}/messages";

/** In ms: how often is asked what is new while there is no live connection. */
const patience = 10_000;

/**
 * The messages of a conversation: pages that are loaded, and what comes live. After each begin of
 * the connection, and from time to time without one, what was missed is asked for.
 */
export function useMessages(conversationId: string) {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const [arrived, setArrived] = useState<Message[]>([]);
  const init = { params: { path: { id: conversationId }, query: { limit: 30 } } };
  const list = $api.useInfiniteQuery("get", path, init, {
    ...byCursor,
    // What comes later is added: loaded pages do not change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const loaded = list.data !== undefined;

  const add = useCallback(
    (messages: Message[]) => {
      const key = ["get", path, { params: { path: { id: conversationId }, query: { limit: 30 } } }];
      const known = queries.getQueryData<MessagePages>(key);
      const next = known && withMessages(known, messages);
      if (known && next && next !== known) {
        const before = new Set(known.pages.flatMap((page) => page.items).map((it) => it.id));
        queries.setQueryData(key, next);
        setArrived(messages.filter((it) => !before.has(it.id)));
      }
      return next;
    },
    [queries, conversationId],
  );

  const catchUp = useCallback(async () => {
    let after = last(add([]));
    for (let more = true; more; ) {
      const { data } = await api.GET(path, {
        params: {
          path: { id: conversationId },
          query: { limit: 100, ...(after !== undefined && { after }) },
        },
      });
      if (!data) {
        return;
      }
      add(data.items);
      more = after !== undefined && data.nextCursor != null;
      after = data.items.at(-1)?.id ?? after;
    }
  }, [add, conversationId]);

  useEffect(
    () =>
      listen(conversationId, {
        onMessage: (message) => add([message]),
        onListening: () => setLive(true),
        onInterrupted: () => setLive(false),
      }),
    [conversationId, add],
  );

  useEffect(() => {
    if (!loaded) {
      return;
    }
    const ask = () => void catchUp().catch(() => undefined);
    ask();
    window.addEventListener("online", ask);
    document.addEventListener("visibilitychange", ask);
    const timer = live ? undefined : setInterval(ask, patience);
    return () => {
      window.removeEventListener("online", ask);
      document.removeEventListener("visibilitychange", ask);
      clearInterval(timer);
    };
  }, [loaded, live, catchUp]);

  return { list, live, arrived, add };
}

function last(pages: MessagePages | undefined): string | undefined {
  return pages && lastOf(pages)?.id;
}
