import { describe, expect, test } from "vitest";
import { formats, sameClock } from "./formats";

describe("amounts", () => {
  test.each([
    [{ amountMinor: 12_000, currency: "EUR" }, "en-GB", "€120.00"],
    [{ amountMinor: 5_000, currency: "JPY" }, "en-GB", "JP¥5,000"],
    [{ amountMinor: 12_345, currency: "KWD" }, "en-GB", "KWD 12.345"],
  ])("%o in %s", (money, locale, written) => {
    expect(formats(locale).money(money).replaceAll("\u00a0", " ")).toBe(written);
  });
});

test("a time is the reader's, not the server's", () => {
  expect(formats("en-GB").time("2026-12-01T08:30:00Z", "Europe/Berlin")).toMatch(/^0?9:30$/);
});

test("zones are the same while their clocks are", () => {
  expect(sameClock("Europe/Berlin", "Europe/Madrid", "2026-12-01T08:30:00Z")).toBe(true);
  expect(sameClock("Europe/Berlin", "Europe/London", "2026-12-01T08:30:00Z")).toBe(false);
});
