import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useMemo, useRef } from "react";
import { $api, type Schemas } from "@/api/client";
import { dateOf, noonOf, plusDays } from "@/language/days";
import { ownZone, useFormats } from "@/language/formats";
import { useAccount } from "@/session/session";
import { Button } from "@/ui/button";
import { Failed, LoadingRows } from "@/ui/feedback";
import { Bubble, UnsentBubble } from "./bubble";
import { Composer } from "./composer";
import { useConversationsChanged } from "./conversations";
import { byDay, inOrder } from "./merge";
import { stillUnsent } from "./outbox";
import { useKeptScroll } from "./scroll";
import { useMessages } from "./use-messages";
import { useOutbox } from "./use-outbox";
import { useVisible } from "./visible";

/** Says that messages have been read, while they can be seen. */
function useReadMarks(conversation: Schemas["ConversationView"], last: string | undefined): void {
  const visible = useVisible();
  const changed = useConversationsChanged();
  const read = $api.useMutation("post", "/api/v1/conversations/{id}/read", {
    onSuccess: () => changed("others"),
  });
  const marked = useRef<string | undefined>(undefined);
  const { id, unread } = conversation;
  const mark = read.mutate;
  useEffect(() => {
    if (visible && last !== undefined && marked.current !== last) {
      const known = marked.current !== undefined || unread > 0;
      marked.current = last;
      if (known) {
        mark({ params: { path: { id } }, body: { upTo: last } });
      }
    }
  }, [visible, last, unread, id, mark]);
}

function DayName({ date }: { date: string }) {
  const formats = useFormats();
  const today = dateOf(new Date(), ownZone);
  return (
    <h3 className="justify-self-center rounded-full bg-sunken px-3 py-0.5 text-sm !font-medium text-soft">
      {date === today ? (
        <Trans>Today</Trans>
      ) : date === plusDays(today, -1) ? (
        <Trans>Yesterday</Trans>
      ) : (
        formats.date(noonOf(date), "UTC")
      )}
    </h3>
  );
}

/** What two have written to each other, and where one writes on. */
export function Thread({ conversation }: { conversation: Schemas["ConversationView"] }) {
  const { t } = useLingui();
  const me = useAccount()?.id ?? "";
  const { id, with: other } = conversation;
  const { list, live, arrived, add } = useMessages(id);
  const changed = useConversationsChanged();
  const outbox = useOutbox(id, (sent) => {
    add([sent]);
    changed();
  });
  const messages = useMemo(() => (list.data ? inOrder(list.data) : []), [list.data]);
  const unsent = stillUnsent(outbox.unsent, messages, me);
  const box = useRef<HTMLElement>(null);
  const last = messages.at(-1)?.id;
  const { atEnd, onScroll, toEnd } = useKeptScroll(
    box,
    messages[0]?.id,
    `${last} ${unsent.map((it) => it.key + it.state).join(" ")}`,
  );
  useReadMarks(conversation, last);
  const news = arrived.filter((it) => it.senderId !== me);
  const older = () => !list.isFetchingNextPage && list.hasNextPage && void list.fetchNextPage();

  if (!list.data) {
    return list.isError ? (
      <div className="p-4">
        <Failed error={list.error} retry={() => void list.refetch()} />
      </div>
    ) : (
      <div className="p-4">
        <LoadingRows rows={4} className="h-12" />
      </div>
    );
  }
  return (
    <>
      <p role="status" className="sr-only">
        {news.length > 0 && `${other.name}: ${news.map((it) => it.text).join("\n")}`}
      </p>
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={t`Messages`}
        onScroll={() => {
          onScroll();
          if ((box.current?.scrollTop ?? 1) === 0) {
            older();
          }
        }}
        className="grid min-h-0 grow content-start overflow-y-auto overscroll-contain px-4 py-4 [overflow-anchor:none]"
      >
        {list.hasNextPage && (
          <div className="grid justify-items-center pb-4">
            <Button small look="secondary" busy={list.isFetchingNextPage} onClick={older}>
              {list.isFetchingNextPage ? <Trans>Loading…</Trans> : <Trans>Older messages</Trans>}
            </Button>
          </div>
        )}
        {list.isFetchNextPageError && (
          <Failed error={list.error} retry={() => void list.fetchNextPage()} />
        )}
        {messages.length === 0 && unsent.length === 0 && (
          <p className="my-10 text-center text-soft">
            <Trans>Nothing has been written yet.</Trans>
          </p>
        )}
        {byDay(messages, ownZone).map((day) => (
          <section key={day.date} className="grid gap-3 pb-4">
            <DayName date={day.date} />
            <ol className="grid gap-3">
              {day.messages.map((it) => (
                <Bubble key={it.id} message={it} own={it.senderId === me} by={other.name} />
              ))}
            </ol>
          </section>
        ))}
        {unsent.length > 0 && (
          <ol className="grid gap-3 pb-4" aria-label={t`Not sent yet`}>
            {unsent.map((it) => (
              <UnsentBubble
                key={it.key}
                unsent={it}
                error={outbox.errorOf(it.key)}
                onSendAgain={() => outbox.sendAgain(it)}
                onDiscard={() => outbox.discard(it.key)}
              />
            ))}
          </ol>
        )}
      </section>
      <div className="relative">
        {!atEnd && (
          <Button
            small
            look="secondary"
            className="absolute inset-x-0 -top-12 mx-auto w-fit shadow-card"
            onClick={toEnd}
          >
            <Trans>To the latest</Trans>
          </Button>
        )}
        {!live && (
          <p className="appears-late bg-warn-soft px-4 py-1 text-sm text-warn">
            <Trans>Connecting… New messages may come a little later.</Trans>
          </p>
        )}
        <Composer
          conversationId={id}
          to={other.name}
          onSend={(text) => {
            outbox.send(text, last ?? "");
            toEnd();
          }}
        />
      </div>
    </>
  );
}
