import { Trans } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ButtonLink } from "@/ui/button";
import { Failed, LoadingRows } from "@/ui/feedback";

/**
 * One page of a list, in each of its states. Which one is in the address, so that a reload shows it
 * again, and the browser's own way back leads to the page before.
 */
export function OnePage<Item>({
  list,
  cursor,
  empty,
  children,
}: {
  list: UseQueryResult<{ items: Item[]; nextCursor?: string | null }, unknown>;
  /** Where it begins; without one at the beginning of the list */
  cursor: string | undefined;
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}) {
  if (list.data === undefined) {
    return list.isError ? (
      <Failed error={list.error} retry={() => void list.refetch()} />
    ) : (
      <LoadingRows className="h-14" />
    );
  }
  const { items, nextCursor } = list.data;
  return (
    <div className="grid grid-cols-1 gap-6">
      <div
        aria-busy={list.isPlaceholderData}
        className={list.isPlaceholderData ? "opacity-60" : ""}
      >
        {items.length === 0 ? empty : children(items)}
      </div>
      {(nextCursor || cursor) && (
        <div className="flex flex-wrap justify-between gap-3">
          {cursor ? (
            <ButtonLink to="." search={at(undefined)} look="quiet">
              <Trans>To the beginning</Trans>
            </ButtonLink>
          ) : (
            <span />
          )}
          {nextCursor && (
            <ButtonLink to="." search={at(nextCursor)} look="secondary">
              <Trans>Next page</Trans>
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}

/** The same address at another place of the list. */
function at(cursor: string | undefined) {
  return (before: object) => ({ ...before, cursor }) as never;
}
