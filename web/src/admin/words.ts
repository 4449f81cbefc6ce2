import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schemas } from "@/api/client";
import type { Tone } from "@/ui/feedback";

export type AppointmentStatus = Schemas["AppointmentView"]["status"];
export type PaymentStatus = Schemas["PaymentView"]["status"];
export type CancellationReason = NonNullable<Schemas["SagaView"]["reason"]>;
type Words<Word extends string> = Record<Word, MessageDescriptor>;
type Tones<Word extends string> = Record<Word, Tone>;

export const appointmentWords: Words<AppointmentStatus> = {
  PENDING: msg`Being booked`,
  CONFIRMED: msg`Confirmed`,
  CANCELLING: msg`Being cancelled`,
  CANCELLED: msg`Cancelled`,
};

export const appointmentTones: Tones<AppointmentStatus> = {
  PENDING: "warn",
  CONFIRMED: "good",
  CANCELLING: "warn",
  CANCELLED: "plain",
};

export const paymentWords: Words<PaymentStatus> = {
  PENDING: msg`Being taken`,
  REQUIRES_ACTION: msg`Waits for the patient`,
  CONFIRMING: msg`Confirmed by the patient`,
  CAPTURED: msg`Paid`,
  FAILED: msg`Not paid`,
  WITHDRAWING: msg`Being called off`,
  WITHDRAWN: msg`Called off`,
  REFUNDING: msg`Being refunded`,
  REFUND_FAILED: msg`Refund refused`,
  REFUNDED: msg`Refunded`,
};

export const paymentTones: Tones<PaymentStatus> = {
  PENDING: "warn",
  REQUIRES_ACTION: "warn",
  CONFIRMING: "warn",
  CAPTURED: "good",
  FAILED: "plain",
  WITHDRAWING: "warn",
  WITHDRAWN: "plain",
  REFUNDING: "warn",
  REFUND_FAILED: "danger",
  REFUNDED: "plain",
};

export const failureWords: Words<NonNullable<Schemas["PaymentView"]["failureReason"]>> = {
  DECLINED: msg`The card was declined`,
  EXPIRED: msg`Not confirmed in time`,
  PROVIDER_UNAVAILABLE: msg`The payment provider did not answer`,
  WITHDRAWN: msg`Called off before it was taken`,
};

export const reasonWords: Words<CancellationReason> = {
  PAYMENT_DECLINED: msg`The card was declined`,
  PAYMENT_TIMED_OUT: msg`Not paid in time`,
  SLOT_LOST: msg`The time was lost to somebody else`,
  CONFIRMATION_UNDELIVERABLE: msg`The confirmation could not be delivered`,
  CONFIRMATION_TIMED_OUT: msg`The confirmation took too long`,
  CANCELLED_BY_PATIENT: msg`Cancelled by the patient`,
  CANCELLED_BY_DOCTOR: msg`Cancelled by the doctor`,
  CANCELLED_BY_ADMIN: msg`Cancelled by an administrator`,
};

export const roleWords = {
  PATIENT: msg`Patient`,
  DOCTOR: msg`Doctor`,
  ADMIN: msg`Administrator`,
};

export const roles = ["PATIENT", "DOCTOR", "ADMIN"] as const;
