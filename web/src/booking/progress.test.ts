import { describe, expect, it } from "vitest";
import { heldUntil, isLate, isStopped, outcomeOf, progressOf } from "./progress";

const at = "2026-12-01T08:00:00Z";
const step = (name: string, outcome = "DONE") => ({ step: name, outcome: outcome as "DONE", at });
const booking = (
  status: "PENDING" | "CONFIRMED" | "CANCELLING" | "CANCELLED",
  ...steps: ReturnType<typeof step>[]
) => ({
  status,
  steps,
  requestedAt: at,
  startsAt: "2026-12-02T08:00:00Z",
});
const shown = (...of: Parameters<typeof progressOf>) => progressOf(...of).map((it) => it.progress);

describe("what is shown of a booking", () => {
  it("takes the time as held as soon as the request was answered", () => {
    expect(shown(booking("PENDING"))).toEqual(["done", "now", "waiting", "waiting"]);
  });

  it("asks the patient as long as the payment waits for them", () => {
    const asked = booking("PENDING", step("HOLD_SLOT"), step("TAKE_PAYMENT", "ACTION_REQUIRED"));
    expect(shown(asked)[1]).toBe("asked");
    expect(shown(asked, { status: "REQUIRES_ACTION" })[1]).toBe("asked");
    expect(shown(asked, { status: "CONFIRMING" })[1]).toBe("now");
    expect(outcomeOf(asked, { status: "CONFIRMING" })).toBe("running");
  });

  it("goes on where the next step is", () => {
    const paid = booking("PENDING", step("HOLD_SLOT"), step("TAKE_PAYMENT"), step("BOOK_SLOT"));
    expect(shown(paid)).toEqual(["done", "done", "done", "now"]);
  });

  it("is done when it is confirmed", () => {
    const all = ["HOLD_SLOT", "TAKE_PAYMENT", "BOOK_SLOT", "CONFIRM"].map((name) => step(name));
    expect(shown(booking("CONFIRMED", ...all))).toEqual(["done", "done", "done", "done"]);
  });

  it("says at which step it failed, and what was undone", () => {
    const declined = booking(
      "CANCELLED",
      step("HOLD_SLOT"),
      step("TAKE_PAYMENT", "REFUSED"),
      step("HOLD_SLOT", "UNDONE"),
    );
    expect(shown(declined)).toEqual(["undone", "failed", "waiting", "waiting"]);
    const lost = booking(
      "CANCELLING",
      step("HOLD_SLOT"),
      step("TAKE_PAYMENT"),
      step("BOOK_SLOT", "REFUSED"),
      step("TAKE_PAYMENT", "UNDONE"),
    );
    expect(shown(lost)).toEqual(["done", "undone", "failed", "waiting"]);
  });

  it("keeps saying that the payment timed out after it was given back", () => {
    const late = booking(
      "CANCELLED",
      step("HOLD_SLOT"),
      step("TAKE_PAYMENT", "TIMED_OUT"),
      step("TAKE_PAYMENT", "UNDONE"),
      step("HOLD_SLOT", "UNDONE"),
    );
    expect(shown(late)).toEqual(["undone", "failed", "waiting", "waiting"]);
  });
});

describe("the hold", () => {
  it("ends when the payment says so", () => {
    const until = "2026-12-01T08:01:30Z";
    expect(heldUntil(booking("PENDING"), { expiresAt: until })).toBe(Date.parse(until));
  });

  it("is two minutes before there is a payment, and never beyond the start", () => {
    expect(heldUntil(booking("PENDING"))).toBe(Date.parse(at) + 120_000);
    const soon = { requestedAt: at, startsAt: "2026-12-01T08:01:00Z" };
    expect(heldUntil(soon)).toBe(Date.parse(soon.startsAt));
  });
});

describe("patience", () => {
  const later = Date.parse(at) + 11_000;

  it("is over when nothing was heard for a while", () => {
    expect(isLate(booking("PENDING"), null, Date.parse(at) + 5_000)).toBe(false);
    expect(isLate(booking("PENDING"), null, later)).toBe(true);
    expect(isLate(booking("CANCELLING"), null, later)).toBe(true);
    expect(isLate(booking("CONFIRMED"), null, later)).toBe(false);
  });

  it("is not needed while the patient is asked, and begins anew when they have answered", () => {
    const asked = booking("PENDING", step("TAKE_PAYMENT", "ACTION_REQUIRED"));
    expect(isLate(asked, { status: "REQUIRES_ACTION", history: [] }, later)).toBe(false);
    const answered = {
      status: "CONFIRMING" as const,
      history: [{ status: "CONFIRMING" as const, at: "2026-12-01T08:00:10Z", detail: "" }],
    };
    expect(isLate(asked, answered, later)).toBe(false);
  });
});

it("tells a booking that was stopped from an appointment that was cancelled", () => {
  const cancelled = { cancellationReason: "CANCELLED_BY_PATIENT" as const };
  expect(isStopped({ ...cancelled, steps: [step("TAKE_PAYMENT", "INTERRUPTED")] })).toBe(true);
  expect(isStopped({ ...cancelled, steps: [step("CONFIRM")] })).toBe(false);
});
