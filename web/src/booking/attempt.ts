import type { Schemas } from "@/api/client";
import { newKey } from "@/api/key";
import { keep, kept } from "@/session/kept";

interface Attempt {
  key: string;
  /** What is asked for */
  what: string;
}

const name = "booking";

/**
 * The key of a request: the same one as long as the same is asked for and no answer has come, also
 * after a reload. So a request whose answer got lost books once, however often it is sent.
 */
export function keyFor(body: Schemas["BookRequest"]): string {
  const what = JSON.stringify(body);
  const last = kept<Attempt>(name);
  if (last?.what === what) {
    return last.key;
  }
  const key = newKey();
  keep(name, { key, what } satisfies Attempt);
  return key;
}

/** It was accepted: who asks for the same again means another booking. */
export function forgetAttempt(): void {
  keep(name, null);
}
