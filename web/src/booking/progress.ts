import type { Appointment } from "@/appointments/words";
import type { Payment } from "@/payments/words";

export const stages = ["HOLD_SLOT", "TAKE_PAYMENT", "BOOK_SLOT", "CONFIRM"] as const;
export type Stage = (typeof stages)[number];

/** `asked`: it waits for the patient; `undone`: it was done and is not any more. */
export type Progress = "waiting" | "now" | "asked" | "done" | "failed" | "undone";

const failures = ["REFUSED", "TIMED_OUT", "INTERRUPTED"];

/** How far a booking is, stage by stage. */
export function progressOf(
  appointment: Pick<Appointment, "status" | "steps">,
  payment?: Pick<Payment, "status"> | null,
): { stage: Stage; progress: Progress }[] {
  const running = appointment.status === "PENDING";
  const last = new Map(appointment.steps.map(({ step, outcome }) => [step, outcome]));
  if (running && !last.has("HOLD_SLOT")) {
    // It was held before the request was answered.
    last.set("HOLD_SLOT", "DONE");
  }
  const failed = new Set(
    appointment.steps.filter(({ outcome }) => failures.includes(outcome)).map(({ step }) => step),
  );
  const current = stages.find((stage) => last.get(stage) !== "DONE");
  return stages.map((stage) => {
    const outcome = last.get(stage);
    if (failed.has(stage)) {
      return { stage, progress: "failed" };
    }
    if (outcome === "UNDONE") {
      return { stage, progress: "undone" };
    }
    if (outcome === "DONE") {
      return { stage, progress: "done" };
    }
    if (!running || stage !== current) {
      return { stage, progress: "waiting" };
    }
    return {
      stage,
      progress: stage === "TAKE_PAYMENT" && isAsked(outcome, payment) ? "asked" : "now",
    };
  });
}

/** The payment knows better whether the patient has answered; the booking hears of the result only. */
function isAsked(outcome: string | undefined, payment: Pick<Payment, "status"> | null | undefined) {
  return payment ? payment.status === "REQUIRES_ACTION" : outcome === "ACTION_REQUIRED";
}

const usualHold = 120_000;

/** Until when the time is held, in ms since 1970. */
export function heldUntil(
  appointment: Pick<Appointment, "requestedAt" | "startsAt">,
  payment?: Pick<Payment, "expiresAt"> | null,
): number {
  const end = payment?.expiresAt
    ? Date.parse(payment.expiresAt)
    : Date.parse(appointment.requestedAt) + usualHold;
  return Math.min(end, Date.parse(appointment.startsAt));
}

/** Longer than this, in ms, and one begins to wonder. */
const patience = 10_000;

/** Whether nothing has happened for unusually long; while it waits for the patient it is not late. */
export function isLate(
  appointment: Pick<Appointment, "status" | "steps" | "requestedAt">,
  payment: Pick<Payment, "status" | "history"> | null | undefined,
  now: number,
): boolean {
  if (
    (appointment.status !== "PENDING" && appointment.status !== "CANCELLING") ||
    progressOf(appointment, payment).some(({ progress }) => progress === "asked")
  ) {
    return false;
  }
  const news = [
    appointment.requestedAt,
    ...appointment.steps.map(({ at }) => at),
    ...(payment?.history ?? []).filter(({ status }) => status === "CONFIRMING").map(({ at }) => at),
  ];
  return now - Math.max(...news.map((at) => Date.parse(at))) > patience;
}

export type Outcome = "running" | "asked" | "confirmed" | "ending" | "ended";

export function outcomeOf(
  appointment: Pick<Appointment, "status" | "steps">,
  payment?: Pick<Payment, "status"> | null,
): Outcome {
  switch (appointment.status) {
    case "CONFIRMED":
      return "confirmed";
    case "CANCELLING":
      return "ending";
    case "CANCELLED":
      return "ended";
    default:
      return progressOf(appointment, payment).some(({ progress }) => progress === "asked")
        ? "asked"
        : "running";
  }
}

/** Stopped by the patient before it was a booking. */
export function isStopped(appointment: Pick<Appointment, "cancellationReason" | "steps">): boolean {
  return (
    appointment.cancellationReason === "CANCELLED_BY_PATIENT" &&
    appointment.steps.some(({ outcome }) => outcome === "INTERRUPTED")
  );
}
