import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { dateOf } from "@/language/days";
import { ownZone, useFormats } from "@/language/formats";
import { useAccount } from "@/session/session";
import { Avatar } from "@/ui/avatar";
import { classes } from "@/ui/classes";

/** The time of today, the date of other days. */
function When({ at }: { at: string }) {
  const formats = useFormats();
  const today = dateOf(at, ownZone) === dateOf(new Date(), ownZone);
  return (
    <time dateTime={at} className="text-sm whitespace-nowrap text-soft">
      {today
        ? formats.time(at)
        : formats.format(at, { day: "numeric", month: "short", timeZone: ownZone })}
    </time>
  );
}

function Entry({ conversation }: { conversation: Schemas["ConversationView"] }) {
  const me = useAccount()?.id;
  const { id, with: other, lastMessage, unread } = conversation;
  return (
    <li>
      <Link
        to="/messages/$conversationId"
        params={{ conversationId: id }}
        className="flex items-center gap-3 rounded-md p-3 hover:bg-sunken aria-[current=page]:bg-accent-soft"
      >
        <Avatar name={other.name} />
        <span className="grid min-w-0 grow grid-cols-1">
          <span className="flex items-baseline justify-between gap-2">
            <bdi className={classes("truncate", unread > 0 ? "font-semibold" : "font-medium")}>
              {other.name}
            </bdi>
            <When at={conversation.lastActivityAt} />
          </span>
          <span className="flex items-center justify-between gap-2">
            <span className={classes("truncate", unread > 0 ? "text-ink" : "text-soft")}>
              {lastMessage ? (
                <>
                  {lastMessage.senderId === me && (
                    <>
                      <Trans>You:</Trans>{" "}
                    </>
                  )}
                  <bdi>{lastMessage.preview}</bdi>
                </>
              ) : (
                <Trans>Nothing written yet</Trans>
              )}
            </span>
            {unread > 0 && (
              <span className="shrink-0 rounded-full bg-accent px-2 text-sm font-medium text-on-accent">
                <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
                <span className="sr-only">
                  <Plural value={unread} one="# unread message" other="# unread messages" />
                </span>
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

export function ConversationList({
  conversations,
}: {
  conversations: Schemas["ConversationView"][];
}) {
  const { t } = useLingui();
  return (
    <ul className="grid min-w-0 grid-cols-1 gap-1" aria-label={t`Conversations`}>
      {conversations.map((it) => (
        <Entry key={it.id} conversation={it} />
      ))}
    </ul>
  );
}
