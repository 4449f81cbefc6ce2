import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "./client";

export type Problem = Schemas["Problem"];

const urn = "urn:carelane:problem:";

export function asProblem(error: unknown): Problem | null {
  return typeof error === "object" && error !== null && "type" in error && "status" in error
    ? (error as Problem)
    : null;
}

/** @param type without its beginning, e.g. {@code slot-taken} */
export function isProblem(error: unknown, type: string): boolean {
  return asProblem(error)?.type === urn + type;
}

const sentences = {
  "appointment-started": msg`The appointment has begun and cannot be cancelled any more.`,
  "appointments-overlap": msg`You have another appointment at that time.`,
  "confirmation-expired": msg`The time to confirm the payment is over. Nothing was charged.`,
  "conversation-busy": msg`Many are writing at once. Please send it again.`,
  "doctor-exists": msg`There is a doctor with this account already.`,
  "doctor-not-bookable": msg`This doctor takes no bookings at the moment.`,
  "email-taken": msg`There is an account with this e-mail address already.`,
  "fee-changed": msg`The fee has changed. Look at it again before you book.`,
  forbidden: msg`Your account may not do this.`,
  "internal-error": msg`Something went wrong on our side. Please try again.`,
  "invalid-credentials": msg`E-mail address or password is not right.`,
  "invalid-request": msg`Some values are missing or not allowed.`,
  "not-a-doctors-account": msg`That account is not a doctor's.`,
  "not-found": msg`There is nothing here.`,
  "own-account": msg`You cannot do this to your own account.`,
  "precondition-failed": msg`Somebody has changed this meanwhile. Look at it again.`,
  "schedule-busy": msg`Somebody else is changing these hours. Please try again.`,
  "service-unavailable": msg`This part of Carelane does not answer at the moment. Please try again in a few seconds.`,
  "slot-in-past": msg`This time has passed. Please choose another.`,
  "slot-taken": msg`Somebody was faster: this time is taken. Please choose another.`,
  "slots-overlap": msg`There are other slots at these times.`,
  "token-invalid": msg`This link has been used, or is too old. Ask for a new one.`,
  "too-many-attempts": msg`Too many attempts. Please wait a few minutes.`,
  "too-many-holds": msg`You have several unpaid bookings. Finish or cancel one of them first.`,
  "too-many-requests": msg`Too many requests. Please wait a few seconds.`,
  unauthenticated: msg`Please sign in again.`,
  "wrong-password": msg`Your current password is not right.`,
};

/** What went wrong, in the reader's words. */
export function sentenceOf(error: unknown, i18n: I18n): string {
  const problem = asProblem(error);
  if (!problem) {
    return i18n._(
      navigator.onLine
        ? msg`Carelane cannot be reached at the moment. Please try again.`
        : msg`You are offline. It goes on as soon as there is a network again.`,
    );
  }
  const sentence = sentences[problem.type.slice(urn.length) as keyof typeof sentences];
  return sentence ? i18n._(sentence) : problem.detail;
}

/** What the services say of single values, completed to sentences. */
const fieldSentences: Record<string, ReturnType<typeof msg>> = {
  "must be an e-mail address": msg`Enter an e-mail address, such as ada@example.com`,
  "must not be blank": msg`Enter something here`,
  "must not be one character repeated": msg`Choose one that is not one character repeated`,
  "must not be the e-mail address": msg`Choose one that is not your e-mail address`,
  "must not be the name": msg`Choose one that is not your name`,
  "must not be one of the passwords that are tried first": msg`Too many people use this one. Choose another`,
  "must not be made of the name or the e-mail address": msg`Choose one without your name and address in it`,
};

/** What is wrong with one value, in the reader's words. */
export function fieldSentenceOf(message: string, i18n: I18n): string {
  const sentence = fieldSentences[message];
  if (sentence) {
    return i18n._(sentence);
  }
  return i18n.locale === "en"
    ? i18n._(msg`This value ${message}.`)
    : i18n._(msg`This value is not allowed.`);
}
