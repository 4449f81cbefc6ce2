import type { Schemas } from "@/api/client";
import { asProblem, isProblem } from "@/api/problem";

/** What a refused booking means for what comes next. */
export type Refusal = "slot-gone" | "fee-changed" | "overlap" | "holds" | "unknown" | "other";

const gone = ["slot-taken", "slot-in-past", "doctor-not-bookable", "not-found"];

export function refusalOf(error: unknown): Refusal {
  if (gone.some((type) => isProblem(error, type))) {
    return "slot-gone";
  }
  if (isProblem(error, "fee-changed")) {
    return "fee-changed";
  }
  if (isProblem(error, "appointments-overlap")) {
    return "overlap";
  }
  if (isProblem(error, "too-many-holds")) {
    return "holds";
  }
  const status = asProblem(error)?.status;
  return status === undefined || status >= 500 || status === 408 ? "unknown" : "other";
}

/** The fee of now, which comes with fee-changed. */
export function newFeeOf(error: unknown): Schemas["Fee"] | null {
  return isProblem(error, "fee-changed") ? ((error as { fee?: Schemas["Fee"] }).fee ?? null) : null;
}
