import { describe, expect, it } from "vitest";
import { calendarEntry } from "./calendar-entry";
import { clockOf, secondsUntil } from "./countdown";
import { newFeeOf, refusalOf } from "./refusals";
import { slotNamed } from "./slot-name";
import { stepOf } from "./steps";

describe("the countdown", () => {
  it("shows minutes and seconds in the reader's digits", () => {
    expect(clockOf(65, "en-GB")).toBe("1:05");
    expect(clockOf(65, "ar-EG")).toBe("١:٠٥");
  });

  it("stops at zero", () => {
    expect(secondsUntil(10_500, 10_000)).toBe(1);
    expect(secondsUntil(10_000, 20_000)).toBe(0);
  });
});

it("reads a slot's name, also of doctors whose id has an underscore", () => {
  expect(slotNamed("dr_x_2026-12-01_0930")).toEqual({
    doctorId: "dr_x",
    date: "2026-12-01",
    wallClock: "2026-12-01T09:30:00Z",
  });
  expect(slotNamed("2026-12-01_0930")).toBeNull();
  expect(slotNamed("d_2026-13-01_0930")).toBeNull();
});

it("asks for the details before the payment", () => {
  expect(stepOf("payment", false)).toBe("details");
  expect(stepOf("payment", true)).toBe("payment");
  expect(stepOf(undefined, false)).toBe("slot");
});

describe("a refusal", () => {
  const problem = (type: string, status: number, more = {}) => ({
    type: `urn:carelane:problem:${type}`,
    title: type,
    status,
    detail: type,
    ...more,
  });

  it("leads to other times when the slot cannot be had", () => {
    for (const type of ["slot-taken", "doctor-not-bookable", "not-found"]) {
      expect(refusalOf(problem(type, 409))).toBe("slot-gone");
    }
  });

  it("is none when it is not known whether the booking arrived", () => {
    expect(refusalOf(new TypeError("Failed to fetch"))).toBe("unknown");
    expect(refusalOf(problem("service-unavailable", 503))).toBe("unknown");
    expect(refusalOf(problem("too-many-requests", 429))).toBe("other");
  });

  it("brings the new fee", () => {
    const fee = { amountMinor: 9500, currency: "EUR" };
    expect(newFeeOf(problem("fee-changed", 409, { fee }))).toEqual(fee);
    expect(newFeeOf(problem("slot-taken", 409))).toBeNull();
  });
});

it("writes an entry that calendars read", () => {
  const entry = calendarEntry(
    { id: "a1", startsAt: "2026-12-01T08:00:00Z", endsAt: "2026-12-01T08:30:00Z" },
    "Appointment: Dr. Ada, M.D.",
    "x".repeat(100),
    new Date("2026-11-27T12:00:00.123Z"),
  );
  const lines = entry.split("\r\n");
  expect(lines).toContain("DTSTART:20261201T080000Z");
  expect(lines).toContain("DTSTAMP:20261127T120000Z");
  expect(lines).toContain("SUMMARY:Appointment: Dr. Ada\\, M.D.");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75);
});
