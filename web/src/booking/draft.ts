import { useState } from "react";
import type { Schemas } from "@/api/client";
import { keep, kept } from "@/session/kept";

export type Mode = Schemas["BookRequest"]["mode"];

/** What has been filled in so far; kept in this tab, so that neither a reload nor another time loses it. */
export interface Draft {
  mode?: Mode;
  reason: string;
  card: string;
}

const empty: Draft = { reason: "", card: "card_ok" };

function nameOf(doctorId: string): string {
  return `booking.${doctorId}`;
}

export function forgetDraft(doctorId: string): void {
  keep(nameOf(doctorId), null);
}

/** @param given what it begins with, if nothing has been filled in yet */
export function useDraft(doctorId: string, given: Partial<Draft>) {
  const [changed, setChanged] = useState(() => kept<Draft>(nameOf(doctorId)));
  const draft = changed ?? { ...empty, ...given };
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    keep(nameOf(doctorId), next);
    setChanged(next);
  };
  return [draft, change] as const;
}
