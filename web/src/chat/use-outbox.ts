import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "@/api/client";
import { newKey } from "@/api/key";
import { keep, kept } from "@/session/kept";
import type { Message } from "./merge";
import type { Unsent } from "./outbox";

/**
 * What is on its way in a conversation, and what failed. It is kept over a reload, after which one
 * sends it again oneself: with the same key, so that it is there once whatever had become of it.
 */
export function useOutbox(
  conversationId: string,
  onSent: (message: Message) => void,
): {
  unsent: Unsent[];
  errorOf: (key: string) => unknown;
  send: (text: string, after: string) => void;
  sendAgain: (unsent: Unsent) => void;
  discard: (key: string) => void;
} {
  const name = `chat.${conversationId}.unsent`;
  const [unsent, setUnsent] = useState<Unsent[]>(() =>
    (kept<Unsent[]>(name) ?? []).map((it) => ({ ...it, state: "failed" })),
  );
  const errors = useRef(new Map<string, unknown>());
  // One after another: they arrive in the order in which they were written.
  const queue = useRef(Promise.resolve());

  useEffect(() => keep(name, unsent.length > 0 ? unsent : null), [name, unsent]);

  const discard = useCallback(
    (key: string) => setUnsent((before) => before.filter((it) => it.key !== key)),
    [],
  );

  const post = useCallback(
    async ({ key, text }: Unsent) => {
      try {
        const { data, error } = await api.POST("/api/v1/conversations/{id}/messages", {
          params: { path: { id: conversationId }, header: { "Idempotency-Key": key } },
          body: { text },
        });
        if (!data) {
          throw error;
        }
        onSent(data);
        discard(key);
      } catch (error) {
        errors.current.set(key, error);
        setUnsent((before) =>
          before.map((it) => (it.key === key ? { ...it, state: "failed" } : it)),
        );
      }
    },
    [conversationId, onSent, discard],
  );

  const enqueue = useCallback(
    (message: Unsent) => {
      queue.current = queue.current.then(() => post(message));
    },
    [post],
  );

  const send = useCallback(
    (text: string, after: string) => {
      const message: Unsent = { key: newKey(), text, after, state: "sending" };
      setUnsent((before) => [...before, message]);
      enqueue(message);
    },
    [enqueue],
  );

  const sendAgain = useCallback(
    (message: Unsent) => {
      const next: Unsent = { ...message, state: "sending" };
      setUnsent((before) => before.map((it) => (it.key === message.key ? next : it)));
      enqueue(next);
    },
    [enqueue],
  );

  return { unsent, errorOf: (key) => errors.current.get(key), send, sendAgain, discard };
}
