import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/api/client";
import type { Tone } from "@/ui/feedback";

type Saga = Schemas["SagaView"];
type StepTaken = Schemas["StepTaken"];

const stepWords: Record<string, MessageDescriptor> = {
  HOLD_SLOT: msg`Hold the time`,
  TAKE_PAYMENT: msg`Take the payment`,
  BOOK_SLOT: msg`Book the time`,
  CONFIRM: msg`Send the confirmation`,
};

const undoWords: Record<string, MessageDescriptor> = {
  HOLD_SLOT: msg`Release the time`,
  TAKE_PAYMENT: msg`Give the payment back`,
  BOOK_SLOT: msg`Release the booked time`,
  CONFIRM: msg`Say that it is cancelled`,
};

const awaitedWords: Record<string, MessageDescriptor> = {
  HoldSlot: msg`the calendar`,
  BookSlot: msg`the calendar`,
  ReleaseSlot: msg`the calendar`,
  TakePayment: msg`the payment`,
  RefundPayment: msg`the refund`,
  SendConfirmation: msg`the confirmation's delivery`,
  SendCancellation: msg`the cancellation's delivery`,
};

export const outcomeWords: Record<StepTaken["outcome"], MessageDescriptor> = {
  DONE: msg`done`,
  ACTION_REQUIRED: msg`waits for the patient`,
  REFUSED: msg`refused`,
  TIMED_OUT: msg`took too long`,
  INTERRUPTED: msg`interrupted`,
  UNDONE: msg`undone`,
};

export const outcomeTones: Record<StepTaken["outcome"], Tone> = {
  DONE: "good",
  ACTION_REQUIRED: "warn",
  REFUSED: "danger",
  TIMED_OUT: "danger",
  INTERRUPTED: "warn",
  UNDONE: "plain",
};

/** What is being done, or undone, now. */
export function doingOf({ state, step }: Saga, i18n: I18n): string | null {
  const words = (state === "UNDOING" ? undoWords : stepWords)[step ?? ""];
  return words ? i18n._(words) : (step ?? null);
}

/** Whose answer it waits for. */
export function awaitedOf({ awaiting }: Saga, i18n: I18n): string | null {
  const words = awaitedWords[awaiting ?? ""];
  return words ? i18n._(words) : (awaiting ?? null);
}

/** A step that was taken, whatever came of it; one that is not known here by its own name. */
export function stepOf({ step }: StepTaken, i18n: I18n): string {
  const words = stepWords[step];
  return words ? i18n._(words) : step;
}
