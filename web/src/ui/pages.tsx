import { Trans } from "@lingui/react/macro";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Failed, LoadingRows } from "./feedback";

interface OnePage<Item> {
  items: Item[];
  nextCursor?: string | null;
}

/** For {@code $api.useInfiniteQuery}: how the API's lists go on. */
export const byCursor = {
  // An empty cursor is the first page.
  initialPageParam: "",
  pageParamName: "cursor",
  getNextPageParam: (page: { nextCursor?: string | null }) => page.nextCursor ?? undefined,
} as const;

/** A list that is loaded page by page, in each of its states. */
export function Pages<Item>({
  list,
  empty,
  loading = <LoadingRows />,
  children,
}: {
  list: UseInfiniteQueryResult<InfiniteData<OnePage<Item>>, unknown>;
  empty: ReactNode;
  loading?: ReactNode;
  children: (items: Item[]) => ReactNode;
}) {
  if (list.data === undefined) {
    return list.isError ? <Failed error={list.error} retry={() => void list.refetch()} /> : loading;
  }
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="grid gap-6">
      {items.length === 0 && !list.hasNextPage ? empty : children(items)}
      {list.isFetchNextPageError && (
        <Failed error={list.error} retry={() => void list.fetchNextPage()} />
      )}
      {list.hasNextPage && !list.isFetchNextPageError && (
        <Button
          look="secondary"
          className="justify-self-center"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? <Trans>Loading…</Trans> : <Trans>Show more</Trans>}
        </Button>
      )}
    </div>
  );
}
