/** The services that keep dead letters. */
export const letterServices = [
  "appointment-service",
  "payment-service",
  "notification-service",
  "chat-service",
] as const;

export type LetterService = (typeof letterServices)[number];

export function letterServiceOf(name: unknown): LetterService | undefined {
  return letterServices.find((it) => it === name);
}
