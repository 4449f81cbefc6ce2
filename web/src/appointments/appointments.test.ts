import { describe, expect, it } from "vitest";
import type { Account } from "@/session/session";
import { belongs, queryOf } from "./lists";
import { isOpen, othersOf, viewerOf } from "./viewer";
import { type Appointment, historyOf, whyCancelled } from "./words";

const appointment: Appointment = {
  id: "a1",
  status: "CONFIRMED",
  slotId: "d_2026-12-01_0900",
  doctor: { id: "d", name: "Dr. Ada" },
  patient: { id: "p", name: "Ben" },
  startsAt: "2026-12-01T08:00:00Z",
  endsAt: "2026-12-01T08:30:00Z",
  zone: "Europe/Berlin",
  mode: "VIDEO",
  fee: { amountMinor: 100, currency: "EUR" },
  requestedAt: "2026-11-01T08:00:00Z",
  steps: [],
};
const account = (id: string, ...roles: Account["roles"]) =>
  ({ id, roles, name: id, email: `${id}@example.com`, emailVerified: true }) as Account;

describe("who looks at it", () => {
  it("sees whom they meet", () => {
    expect(viewerOf(account("p", "PATIENT"), appointment)).toBe("patient");
    expect(viewerOf(account("d", "DOCTOR"), appointment)).toBe("doctor");
    expect(viewerOf(account("x", "ADMIN"), appointment)).toBe("clinic");
    expect(othersOf("doctor", appointment)).toEqual(["Ben"]);
  });

  it("is a patient at another doctor's, if they booked there", () => {
    expect(viewerOf(account("p", "DOCTOR", "PATIENT"), appointment)).toBe("patient");
  });
});

it("can be cancelled until it begins", () => {
  const start = Date.parse(appointment.startsAt);
  expect(isOpen(appointment, start - 1)).toBe(true);
  expect(isOpen(appointment, start)).toBe(false);
  expect(isOpen({ ...appointment, status: "CANCELLING" }, start - 1)).toBe(false);
});

describe("the lists", () => {
  it("ask in the reader's zone where that is a region", () => {
    expect(queryOf("upcoming", "2026-12-01", "America/New_York")).toMatchObject({
      from: "2026-12-01",
      zone: "America/New_York",
    });
    expect(queryOf("past", "2026-12-01", "Etc/GMT+1")).toMatchObject({ zone: "UTC" });
    expect(queryOf("past", "2026-12-01", "UTC")).toMatchObject({ zone: "UTC" });
  });

  it("part today's appointments by their end", () => {
    const end = Date.parse(appointment.endsAt);
    expect(belongs("upcoming", appointment, end - 1)).toBe(true);
    expect(belongs("past", appointment, end - 1)).toBe(false);
    expect(belongs("upcoming", appointment, end)).toBe(false);
    expect(belongs("past", appointment, end)).toBe(true);
  });
});

describe("the words", () => {
  it("say to whoever cancelled that it was them", () => {
    const own = whyCancelled("CANCELLED_BY_DOCTOR", "doctor");
    expect(own.message).toBe("You cancelled it.");
    expect(whyCancelled("CANCELLED_BY_DOCTOR", "patient").message).toBe("Cancelled by the doctor.");
  });

  it("tell once that the time was released, and nothing of steps nobody knows", () => {
    const at = "2026-12-01T08:00:00Z";
    const steps = [
      { step: "BOOK_SLOT", outcome: "UNDONE" as const, at },
      { step: "HOLD_SLOT", outcome: "UNDONE" as const, at },
      { step: "SEND_FLOWERS", outcome: "DONE" as const, at },
    ];
    expect(historyOf(steps).map((it) => it.step)).toEqual(["BOOK_SLOT"]);
    expect(historyOf(steps.slice(1)).map((it) => it.step)).toEqual(["HOLD_SLOT"]);
  });
});
