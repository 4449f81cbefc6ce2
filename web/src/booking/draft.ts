import { useState } from "react";
import type { Schemas } from "@/api/client";
import { currentSession, onSession } from "@/session/session";

export type Mode = Schemas["BookRequest"]["mode"];

/** What has been filled in so far; kept in this tab, so that neither a reload nor another time loses it. */
export interface Draft {
  mode?: Mode;
  reason: string;
  card: string;
}

const prefix = "carelane.booking.";
const empty: Draft = { reason: "", card: "card_ok" };

function keyOf(accountId: string, doctorId: string): string {
  return `${prefix}${accountId}.${doctorId}`;
}

function stored(key: string): Draft | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : JSON.parse(text);
}

export function forgetDraft(accountId: string, doctorId: string): void {
  sessionStorage.removeItem(keyOf(accountId, doctorId));
}

function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) {
      sessionStorage.removeItem(key);
    }
  }
}

// Who signs out leaves nothing behind. A session that has run out goes on after signing in again.
let told = false;
function watchSigningOut(): void {
  if (!told) {
    told = true;
    onSession(() => {
      const session = currentSession();
      if (session.state === "signed-out" && session.because === "chosen") {
        forgetAll();
      }
    });
  }
}

/** @param given what it begins with, if nothing has been filled in yet */
export function useDraft(accountId: string, doctorId: string, given: Partial<Draft>) {
  watchSigningOut();
  const key = keyOf(accountId, doctorId);
  const [changed, setChanged] = useState(() => stored(key));
  const draft = changed ?? { ...empty, ...given };
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    sessionStorage.setItem(key, JSON.stringify(next));
    setChanged(next);
  };
  return [draft, change] as const;
}
