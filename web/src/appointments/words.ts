import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/api/client";
import type { Tone } from "@/ui/feedback";

export type Appointment = Schemas["AppointmentView"];
export type Reason = NonNullable<Appointment["cancellationReason"]>;

export const statusWords = {
  PENDING: msg`Being booked`,
  CONFIRMED: msg`Confirmed`,
  CANCELLING: msg`Being cancelled`,
  CANCELLED: msg`Cancelled`,
};

export const statusTones: Record<Appointment["status"] & string, Tone> = {
  PENDING: "warn",
  CONFIRMED: "good",
  CANCELLING: "warn",
  CANCELLED: "plain",
};

export const modeWords = {
  IN_PERSON: msg`In person`,
  VIDEO: msg`By video`,
};

const reasonWords: Record<Reason, ReturnType<typeof msg>> = {
  PAYMENT_DECLINED: msg`The card was declined.`,
  PAYMENT_TIMED_OUT: msg`The payment was not finished while the time was held.`,
  SLOT_LOST: msg`The payment came after the hold had ended, and somebody else has the time now.`,
  CONFIRMATION_UNDELIVERABLE: msg`The confirmation could not be delivered to the patient’s e-mail address.`,
  CONFIRMATION_TIMED_OUT: msg`The confirmation could not be sent in time.`,
  CANCELLED_BY_PATIENT: msg`Cancelled by the patient.`,
  CANCELLED_BY_DOCTOR: msg`Cancelled by the doctor.`,
  CANCELLED_BY_ADMIN: msg`Cancelled by the clinic.`,
};

const byOneself = {
  CANCELLED_BY_PATIENT: "patient",
  CANCELLED_BY_DOCTOR: "doctor",
  CANCELLED_BY_ADMIN: "clinic",
};

/** Why it was cancelled, in words for whoever reads it. */
export function whyCancelled(reason: Reason, viewer: "patient" | "doctor" | "clinic") {
  return byOneself[reason as keyof typeof byOneself] === viewer
    ? msg`You cancelled it.`
    : reasonWords[reason];
}

/** What each outcome of each step of a booking means. */
const outcomeWords: Record<string, ReturnType<typeof msg>> = {
  "HOLD_SLOT DONE": msg`The time was held`,
  "HOLD_SLOT UNDONE": msg`The time was released`,
  "TAKE_PAYMENT DONE": msg`The payment was taken`,
  "TAKE_PAYMENT ACTION_REQUIRED": msg`The bank asked for a confirmation`,
  "TAKE_PAYMENT REFUSED": msg`The payment did not succeed`,
  "TAKE_PAYMENT TIMED_OUT": msg`The hold ended without a payment`,
  "TAKE_PAYMENT INTERRUPTED": msg`It was cancelled before it was paid`,
  "TAKE_PAYMENT UNDONE": msg`What was paid was given back`,
  "BOOK_SLOT DONE": msg`The time was booked`,
  "BOOK_SLOT REFUSED": msg`Somebody else had the time by then`,
  "BOOK_SLOT UNDONE": msg`The time was released`,
  "CONFIRM DONE": msg`The confirmation was sent by e-mail`,
  "CONFIRM REFUSED": msg`The confirmation could not be delivered`,
  "CONFIRM TIMED_OUT": msg`The confirmation was not sent in time`,
  "CONFIRM INTERRUPTED": msg`It was cancelled before it was confirmed`,
  "CONFIRM UNDONE": msg`The cancellation was sent by e-mail`,
};

type StepTaken = Schemas["StepTaken"];

/** The steps with their words; what later services may do has none. */
export function historyOf(steps: StepTaken[]) {
  const wasBooked = steps.some((it) => it.step === "BOOK_SLOT" && it.outcome === "UNDONE");
  return steps.flatMap((taken) => {
    const words = outcomeWords[`${taken.step} ${taken.outcome}`];
    // A booked time is released when the booking is undone; that it was held is undone as well.
    const twice = wasBooked && taken.step === "HOLD_SLOT" && taken.outcome === "UNDONE";
    return words && !twice ? [{ ...taken, words }] : [];
  });
}
