import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { keep, kept } from "@/session/kept";
import { Button } from "@/ui/button";

/** The service's limit. */
const longest = 4_000;

/** Where one writes: Enter sends, with Shift it makes a line. What is not sent is kept. */
export function Composer({
  conversationId,
  to,
  onSend,
}: {
  conversationId: string;
  to: string;
  onSend: (text: string) => void;
}) {
  const { t } = useLingui();
  const id = useId();
  const name = `chat.${conversationId}.draft`;
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => kept<string>(name) ?? "");
  useEffect(() => keep(name, text || null), [name, text]);
  const empty = text.trim() === "";
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!empty) {
      onSend(text);
      setText("");
    }
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Not while a word is still being composed, as in Japanese.
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form onSubmit={send} className="flex items-end gap-3 border-t border-line p-3">
      <label htmlFor={id} className="sr-only">
        {t`Message to ${to}`}
      </label>
      <div className="grid grow">
        {/* Its hidden copy makes the field as high as its text. */}
        <div
          aria-hidden="true"
          className="invisible col-start-1 row-start-1 max-h-40 overflow-hidden px-3 py-2 break-words whitespace-pre-wrap"
        >
          {`${text} `}
        </div>
        <textarea
          ref={field}
          id={id}
          rows={1}
          dir="auto"
          maxLength={longest}
          value={text}
          placeholder={t`Write a message`}
          enterKeyHint="send"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="col-start-1 row-start-1 max-h-40 min-h-11 w-full resize-none rounded-md bg-surface px-3 py-2 ring-1 ring-edge placeholder:text-soft"
        />
        <p id={`${id}-hint`} className="sr-only">
          <Trans>Enter sends, Shift and Enter begin a new line.</Trans>
        </p>
      </div>
      <Button type="submit" disabled={empty}>
        <Trans>Send</Trans>
      </Button>
    </form>
  );
}
