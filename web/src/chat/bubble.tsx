import { useLingui as useI18n } from "@lingui/react";
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { sentenceOf } from "@/api/problem";
import { useFormats } from "@/language/formats";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import type { Message } from "./merge";
import type { Unsent } from "./outbox";

function Words({ own, faint, children }: { own: boolean; faint?: boolean; children: string }) {
  return (
    <p
      dir="auto"
      className={classes(
        "w-fit rounded-lg px-4 py-2 text-start break-words whitespace-pre-wrap",
        own ? "rounded-ee-none bg-accent-soft" : "rounded-es-none bg-sunken",
        faint && "opacity-70",
      )}
    >
      {children}
    </p>
  );
}

function Side({ own, children }: { own: boolean; children: ReactNode }) {
  return (
    <li
      className={classes(
        "grid max-w-[85%] gap-1 sm:max-w-[70%]",
        own ? "justify-items-end justify-self-end" : "justify-items-start justify-self-start",
      )}
    >
      {children}
    </li>
  );
}

export function Bubble({ message, own, by }: { message: Message; own: boolean; by: string }) {
  const formats = useFormats();
  return (
    <Side own={own}>
      <span className="sr-only">{own ? <Trans>You:</Trans> : <bdi>{by}:</bdi>}</span>
      <Words own={own}>{message.text}</Words>
      <time dateTime={message.sentAt} className="px-1 text-xs text-soft">
        {formats.time(message.sentAt)}
      </time>
    </Side>
  );
}

/** One's own that is on its way, or could not be sent. */
export function UnsentBubble({
  unsent,
  error,
  onSendAgain,
  onDiscard,
}: {
  unsent: Unsent;
  error: unknown;
  onSendAgain: () => void;
  onDiscard: () => void;
}) {
  const { i18n } = useI18n();
  return (
    <Side own>
      <span className="sr-only">
        <Trans>You:</Trans>
      </span>
      <Words own faint={unsent.state === "sending"}>
        {unsent.text}
      </Words>
      {unsent.state === "sending" ? (
        <p className="px-1 text-xs text-soft">
          <Trans>Sending…</Trans>
        </p>
      ) : (
        <div role="alert" className="grid justify-items-end gap-2">
          <p className="text-sm text-danger">
            <Trans>Not sent.</Trans> {error !== undefined && sentenceOf(error, i18n)}
          </p>
          <p className="flex gap-2">
            <Button small onClick={onSendAgain}>
              <Trans>Send again</Trans>
            </Button>
            <Button small look="secondary" onClick={onDiscard}>
              <Trans>Discard</Trans>
            </Button>
          </p>
        </div>
      )}
    </Side>
  );
}
