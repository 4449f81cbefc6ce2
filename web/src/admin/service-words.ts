import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const serviceWords: Record<string, MessageDescriptor> = {
  gateway: msg`Gateway`,
  "auth-service": msg`Accounts`,
  "appointment-service": msg`Appointments`,
  "payment-service": msg`Payments`,
  "notification-service": msg`Notifications`,
  "chat-service": msg`Chat`,
};

/** What a service is for; one that is not known here by its own name. */
export function serviceOf(service: string, i18n: I18n): string {
  const words = serviceWords[service];
  return words ? i18n._(words) : service;
}
