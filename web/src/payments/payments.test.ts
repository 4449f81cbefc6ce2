import { expect, it } from "vitest";
import { isUnsettled, moneyOf } from "./money";
import { eventWords, methodOf, type Payment, paymentTones, paymentWords } from "./words";

const payment = (status: Payment["status"]) => ({ status, history: [] }) as unknown as Payment;

it("says where the money is", () => {
  expect(moneyOf(undefined, false)).toBe("underway");
  expect(moneyOf(undefined, true)).toBe("nothing");
  expect(moneyOf(payment("FAILED"), true)).toBe("nothing");
  expect(moneyOf(payment("CAPTURED"), false)).toBe("paid");
  expect(moneyOf(payment("CAPTURED"), true)).toBe("returning");
  expect(moneyOf(payment("PENDING"), true)).toBe("returning");
  expect(moneyOf(payment("REFUND_FAILED"), true)).toBe("delayed");
  expect(moneyOf(payment("REFUNDED"), true)).toBe("returned");
});

it("knows which payments change by themselves", () => {
  expect(isUnsettled(undefined)).toBe(false);
  expect(isUnsettled(payment("REFUND_FAILED"))).toBe(true);
  expect(isUnsettled(payment("REFUNDED"))).toBe(false);
});

it("has words for every state", () => {
  const states = Object.keys(paymentWords);
  expect(states).toHaveLength(10);
  expect(Object.keys(paymentTones)).toEqual(states);
  expect(Object.keys(eventWords)).toEqual(states);
});

it("calls what it does not know a card", () => {
  expect(methodOf("pm_1a2b").message).toBe("Card");
});
