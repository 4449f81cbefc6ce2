export const steps = ["slot", "details", "payment"] as const;

export type Step = (typeof steps)[number];
