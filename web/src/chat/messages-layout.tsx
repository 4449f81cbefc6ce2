import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useParams, useSearch } from "@tanstack/react-router";
import { has } from "@/session/session";
import { ButtonLink } from "@/ui/button";
import { classes } from "@/ui/classes";
import { EmptyState } from "@/ui/feedback";
import { Page } from "@/ui/page";
import { Pages } from "@/ui/pages";
import { ConversationList } from "./conversation-list";
import { useConversations, useLiveList } from "./conversations";

function NoneYet() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No conversations yet`}>
      {has("DOCTOR") ? (
        <p>
          <Trans>As soon as a patient's booking is confirmed you can write to each other.</Trans>
        </p>
      ) : (
        <>
          <p>
            <Trans>As soon as a booking is confirmed you can write to the doctor here.</Trans>
          </p>
          <ButtonLink to="/doctors">
            <Trans>Find a doctor</Trans>
          </ButtonLink>
        </>
      )}
    </EmptyState>
  );
}

/** All conversations, and beside them one; on the phone either the one or the other. */
export function MessagesLayout() {
  const { t } = useLingui();
  const { conversationId } = useParams({ strict: false });
  const { with: other } = useSearch({ strict: false });
  const open = conversationId !== undefined || other !== undefined;
  const list = useConversations();
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  useLiveList(all.map((it) => it.id));
  const none = list.data !== undefined && all.length === 0;
  return (
    <Page title={t`Messages`} compact={open}>
      {none && !open ? (
        <NoneYet />
      ) : (
        <div
          className={classes(
            "grid rounded-lg bg-surface shadow-card ring-1 ring-line lg:h-[calc(100dvh-16rem)] lg:min-h-112 lg:grid-cols-[22rem_1fr]",
            open && "h-[calc(100dvh-6rem)] min-h-96",
          )}
        >
          <div
            className={classes(
              "min-h-0 overflow-x-hidden overflow-y-auto border-line p-2 lg:block lg:border-e",
              open && "hidden",
            )}
          >
            <Pages list={list} empty={null}>
              {(conversations) => <ConversationList conversations={conversations} />}
            </Pages>
          </div>
          <div className={classes("min-h-0 min-w-0 flex-col lg:flex", open ? "flex" : "hidden")}>
            <Outlet />
          </div>
        </div>
      )}
    </Page>
  );
}
