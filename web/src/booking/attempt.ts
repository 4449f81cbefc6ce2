import { newKey, type Schemas } from "@/api/client";

interface Attempt {
  key: string;
  /** Whose it is, and what is asked for */
  what: string;
}

const place = "carelane.booking.attempt";

/**
 * The key of a request: the same one as long as the same is asked for and no answer has come, also
 * after a reload. So a request whose answer got lost books once, however often it is sent.
 */
export function keyFor(accountId: string, body: Schemas["BookRequest"]): string {
  const what = JSON.stringify([accountId, body]);
  const last: Attempt | null = JSON.parse(sessionStorage.getItem(place) ?? "null");
  if (last?.what === what) {
    return last.key;
  }
  const key = newKey();
  sessionStorage.setItem(place, JSON.stringify({ key, what } satisfies Attempt));
  return key;
}

/** It was accepted: who asks for the same again means another booking. */
export function forgetAttempt(): void {
  sessionStorage.removeItem(place);
}
