import { setupI18n } from "@lingui/core";
import { expect, test } from "vitest";
import type { Schemas } from "@/api/client";
import { awaitedOf, doingOf, stepOf } from "./saga-words";

const i18n = setupI18n({ locale: "en", messages: { en: {} } });

function saga(change: Partial<Schemas["SagaView"]>): Schemas["SagaView"] {
  return {
    appointmentId: "a",
    state: "RUNNING",
    attempts: 0,
    stuck: false,
    requestedAt: "2026-11-27T08:00:00Z",
    steps: [],
    ...change,
  };
}

test("says what is being done", () => {
  expect(doingOf(saga({ step: "TAKE_PAYMENT" }), i18n)).toBe("Take the payment");
});

test("says what is being undone", () => {
  const undoing = saga({ state: "UNDOING", step: "TAKE_PAYMENT", awaiting: "RefundPayment" });
  expect(doingOf(undoing, i18n)).toBe("Give the payment back");
  expect(awaitedOf(undoing, i18n)).toBe("the refund");
});

test("says nothing of what has ended", () => {
  expect(doingOf(saga({ state: "SUCCEEDED", step: null }), i18n)).toBeNull();
  expect(awaitedOf(saga({ awaiting: null }), i18n)).toBeNull();
});

test("calls what is new by its name", () => {
  expect(doingOf(saga({ step: "CALL_TAXI" }), i18n)).toBe("CALL_TAXI");
  const taken = { step: "CALL_TAXI", outcome: "DONE", at: "2026-11-27T08:00:00Z" } as const;
  expect(stepOf(taken, i18n)).toBe("CALL_TAXI");
});
