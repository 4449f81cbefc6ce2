import { beforeEach, expect, it } from "vitest";
import { forgetAttempt, keyFor } from "./attempt";

const body = { slotId: "d_2026-12-01_0900", mode: "VIDEO" as const, paymentMethod: "card_ok" };

beforeEach(() => sessionStorage.clear());

it("sends the same request again with the same key", () => {
  expect(keyFor("ada", body)).toBe(keyFor("ada", { ...body }));
});

it("takes a new key for another request", () => {
  const key = keyFor("ada", body);
  expect(keyFor("ada", { ...body, paymentMethod: "card_slow" })).not.toBe(key);
  expect(keyFor("ben", body)).not.toBe(key);
});

it("takes a new key after the request was accepted", () => {
  const key = keyFor("ada", body);
  forgetAttempt();
  expect(keyFor("ada", body)).not.toBe(key);
});
