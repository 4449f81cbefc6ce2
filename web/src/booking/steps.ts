export const steps = ["slot", "details", "payment"] as const;

export type Step = (typeof steps)[number];

/** The step that is shown: nothing is paid for before it is known what. */
export function stepOf(wanted: Step | undefined, detailsKnown: boolean): Step {
  return wanted === "payment" && !detailsKnown ? "details" : (wanted ?? "slot");
}
