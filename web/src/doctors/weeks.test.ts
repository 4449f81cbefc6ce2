import { expect, test } from "vitest";
import { dateOf, plusDays } from "@/language/days";
import { weekOf } from "./weeks";

const slot = (startsAt: string) => ({ id: startsAt, startsAt, endsAt: startsAt });

test("a slot is on the reader's day, not the doctor's", () => {
  const late = slot("2026-12-01T23:30:00Z");
  expect(weekOf([late], "2026-12-01", "Europe/Berlin")[1]?.slots).toEqual([late]);
  expect(weekOf([late], "2026-12-01", "UTC")[0]?.slots).toEqual([late]);
});

test("days are counted over the ends of months and of summer time", () => {
  expect(plusDays("2027-03-27", 2)).toBe("2027-03-29");
  expect(plusDays("2026-12-28", 7)).toBe("2027-01-04");
  expect(dateOf("2027-03-27T23:30:00Z", "Europe/Berlin")).toBe("2027-03-28");
});
