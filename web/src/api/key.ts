import { useRef } from "react";

/** For requests that are to have one effect, however often they are sent. */
export function newKey(): string {
  return crypto.randomUUID();
}

/**
 * The Idempotency-Key of a request: the same as long as the same is asked for. So a second press, and
 * another try after an answer got lost, have one effect.
 */
export function useKey(): (body: unknown) => string {
  const last = useRef({ what: "", key: "" });
  return (body) => {
    const what = JSON.stringify(body);
    if (last.current.what !== what) {
      last.current = { what, key: newKey() };
    }
    return last.current.key;
  };
}
