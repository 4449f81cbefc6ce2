import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { $api } from "@/api/client";
import { byCursor } from "@/ui/pages";
import { listen } from "./live";

/** Of one connection, as the service allows */
const mostTopics = 90;

export function useConversations() {
  return $api.useInfiniteQuery(
    "get",
    "/api/v1/conversations",
    { params: { query: { limit: 30 } } },
    byCursor,
  );
}

/** Other tabs hear of what was read here. */
const tabs = new BroadcastChannel("carelane-chat");

/** Loads the list of conversations again, here and, if told, in the other tabs. */
export function useConversationsChanged(): (tell?: "others") => void {
  const queries = useQueryClient();
  return useCallback(
    (tell) => {
      void queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[1] === "/api/v1/conversations" || queryKey[1] === "/api/v1/conversations/{id}",
      });
      if (tell) {
        tabs.postMessage("changed");
      }
    },
    [queries],
  );
}

/** Keeps the list current: with what is written in its conversations, and read in other tabs. */
export function useLiveList(ids: string[]): void {
  const changed = useConversationsChanged();
  const watched = ids.slice(0, mostTopics).sort().join(" ");
  useEffect(() => {
    const stops = watched
      .split(" ")
      .filter(Boolean)
      .map((id) =>
        listen(id, {
          onMessage: () => changed(),
          onListening: () => undefined,
          onInterrupted: () => undefined,
        }),
      );
    return () => {
      for (const stop of stops) {
        stop();
      }
    };
  }, [watched, changed]);
  useEffect(() => {
    const heard = () => changed();
    tabs.addEventListener("message", heard);
    return () => tabs.removeEventListener("message", heard);
  }, [changed]);
}
