import { describe, expect, it } from "vitest";
import { datesOf, type Plan, perDay, preview } from "./plan";

const berlin = "Europe/Berlin";
const longAgo = Date.parse("2020-01-01T00:00:00Z");

function plan(change: Partial<Plan>): Plan {
  return {
    dateFrom: "2027-03-15",
    dateTo: "2027-03-15",
    startTime: "09:00",
    endTime: "12:00",
    durationMinutes: 30,
    excludeWeekends: false,
    ...change,
  };
}

function counts(change: Partial<Plan>, zone = berlin, now = longAgo): number[] {
  return preview(plan(change), zone, now).map(({ count }) => count);
}

describe("what creating times makes", () => {
  it("cuts the hours of each day", () => {
    expect(counts({ dateTo: "2027-03-17" })).toEqual([6, 6, 6]);
    expect(counts({ durationMinutes: 50 })).toEqual([3]);
  });

  it("leaves weekends out", () => {
    const week = plan({ dateFrom: "2027-03-18", dateTo: "2027-03-23", excludeWeekends: true });
    expect(datesOf(week)).toEqual(["2027-03-18", "2027-03-19", "2027-03-22", "2027-03-23"]);
  });

  it("takes midnight as the end of the day", () => {
    expect(perDay(plan({ startTime: "22:00", endTime: "00:00" }))).toBe(4);
  });

  it("has none where there is no room", () => {
    expect(counts({ endTime: "09:20" })).toEqual([0]);
    expect(counts({ endTime: "08:00" })).toEqual([0]);
  });

  it("leaves out what has begun", () => {
    const now = Date.parse("2027-03-15T09:00:00Z"); // 10:00 in Berlin
    expect(counts({ dateTo: "2027-03-16" }, berlin, now)).toEqual([3, 6]);
    expect(counts({}, "America/New_York", now)).toEqual([6]);
  });
});

describe("on days on which clocks change", () => {
  const spring = { dateFrom: "2027-03-28", dateTo: "2027-03-28" };
  const autumn = { dateFrom: "2027-10-31", dateTo: "2027-10-31" };

  it("has none in the skipped hour", () => {
    const hours = { ...spring, startTime: "01:00", endTime: "04:00" };
    expect(preview(plan(hours), berlin, longAgo)).toEqual([
      { date: "2027-03-28", count: 4, lostToClocks: 2 },
    ]);
  });

  it("has none that would begin before the one before ends", () => {
    // 00:30 to 02:00 in minutes that pass is 00:30 to 03:00 on the clock; then 03:30 is free.
    const hours = { ...spring, startTime: "00:30", endTime: "05:00", durationMinutes: 90 };
    // 00:30, not 02:00 (skipped), 03:30
    expect(counts(hours)).toEqual([2]);
    const long = { ...spring, startTime: "01:30", endTime: "06:00", durationMinutes: 90 };
    // 01:30 ends at 04:00 on the clock: 03:00 is left out, 04:30 is not
    expect(counts(long)).toEqual([2]);
  });

  it("ends with hours that end in the skipped hour", () => {
    const hours = { ...spring, startTime: "01:00", endTime: "02:30" };
    expect(counts(hours)).toEqual([2]);
    const half = { ...spring, startTime: "00:00", endTime: "02:30", durationMinutes: 45 };
    expect(counts(half)).toEqual([2]);
  });

  it("does not repeat the repeated hour", () => {
    expect(counts({ ...autumn, startTime: "01:00", endTime: "04:00" })).toEqual([6]);
  });

  it("changes nothing at other hours", () => {
    expect(preview(plan(spring), berlin, longAgo)).toEqual([
      { date: "2027-03-28", count: 6, lostToClocks: 0 },
    ]);
    expect(counts(autumn)).toEqual([6]);
  });

  it("goes by the doctor's zone", () => {
    const hours = { ...spring, startTime: "01:00", endTime: "04:00" };
    expect(counts(hours, "America/New_York")).toEqual([6]);
    const ny = { dateFrom: "2027-03-14", dateTo: "2027-03-14", startTime: "01:00" };
    expect(counts({ ...ny, endTime: "04:00" }, "America/New_York")).toEqual([4]);
  });
});
