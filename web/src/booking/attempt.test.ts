import { beforeEach, expect, it, vi } from "vitest";
import { forgetAttempt, keyFor } from "./attempt";

const who = vi.hoisted(() => ({ id: "ada" }));
vi.mock("@/session/session", () => ({
  currentSession: () => ({ state: "signed-in", account: who }),
}));

const body = { slotId: "d_2026-12-01_0900", mode: "VIDEO" as const, paymentMethod: "card_ok" };

beforeEach(() => {
  sessionStorage.clear();
  who.id = "ada";
});

it("sends the same request again with the same key", () => {
  expect(keyFor(body)).toBe(keyFor({ ...body }));
});

it("takes a new key for another request", () => {
  const key = keyFor(body);
  expect(keyFor({ ...body, paymentMethod: "card_slow" })).not.toBe(key);
});

it("takes a new key for another patient", () => {
  const key = keyFor(body);
  who.id = "ben";
  expect(keyFor(body)).not.toBe(key);
});

it("takes a new key after the request was accepted", () => {
  const key = keyFor(body);
  forgetAttempt();
  expect(keyFor(body)).not.toBe(key);
});
