import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/api/client";
import type { Tone } from "@/ui/feedback";

export type Payment = Schemas["PaymentView"];
export type PaymentStatus = Payment["status"];

export const paymentWords: Record<PaymentStatus, ReturnType<typeof msg>> = {
  PENDING: msg`Being taken`,
  REQUIRES_ACTION: msg`Waits for a confirmation`,
  CONFIRMING: msg`Being taken`,
  CAPTURED: msg`Paid`,
  FAILED: msg`Not paid`,
  WITHDRAWING: msg`Being called off`,
  WITHDRAWN: msg`Called off`,
  REFUNDING: msg`Being refunded`,
  REFUND_FAILED: msg`Refund delayed`,
  REFUNDED: msg`Refunded`,
};

export const paymentTones: Record<PaymentStatus, Tone> = {
  PENDING: "warn",
  REQUIRES_ACTION: "warn",
  CONFIRMING: "warn",
  CAPTURED: "good",
  FAILED: "plain",
  WITHDRAWING: "warn",
  WITHDRAWN: "plain",
  REFUNDING: "warn",
  REFUND_FAILED: "danger",
  REFUNDED: "good",
};

/** What happened, as a line of the history. */
export const eventWords: Record<PaymentStatus, ReturnType<typeof msg>> = {
  PENDING: msg`The payment was asked for`,
  REQUIRES_ACTION: msg`The bank asked for a confirmation`,
  CONFIRMING: msg`The payment was confirmed`,
  CAPTURED: msg`The amount was taken`,
  FAILED: msg`Nothing was taken`,
  WITHDRAWING: msg`The payment was called off`,
  WITHDRAWN: msg`The payment was called off before it was asked for`,
  REFUNDING: msg`The refund was begun`,
  REFUND_FAILED: msg`The bank refused the refund; it is tried again`,
  REFUNDED: msg`The amount was given back`,
};

export const failureWords: Record<NonNullable<Payment["failureReason"]>, ReturnType<typeof msg>> = {
  DECLINED: msg`The card was declined.`,
  EXPIRED: msg`It was not confirmed in time.`,
  PROVIDER_UNAVAILABLE: msg`The bank did not answer in time.`,
  WITHDRAWN: msg`It was called off before anything was taken.`,
};

const methodWords: Record<string, ReturnType<typeof msg>> = {
  card_ok: msg`Test card that is accepted`,
  card_requires_action: msg`Test card whose bank asks for a confirmation`,
  card_declined: msg`Test card that is declined`,
  card_slow: msg`Test card that is charged too late`,
  card_unreachable: msg`Test card whose bank does not answer`,
  card_refund_fails: msg`Test card whose refund fails at first`,
};

/** Of a provider that is not the sandbox, all that is known is that it is a card. */
export function methodOf(method: string | null | undefined) {
  return methodWords[method ?? ""] ?? msg`Card`;
}
