import { expect, test } from "vitest";
import { changed, dates, texts, word } from "./filters";

test("keeps texts that are there", () => {
  expect(texts({ q: "ada", cursor: "", role: {}, other: "x" }, "q", "cursor", "role")).toEqual({
    q: "ada",
  });
});

test("a number in an address is a text", () => {
  expect(texts({ q: 42 }, "q")).toEqual({ q: "42" });
});

test("keeps dates only where dates belong", () => {
  expect(dates({ from: "2026-12-01", to: "tomorrow" }, "from", "to")).toEqual({
    from: "2026-12-01",
  });
});

test("keeps words that are known", () => {
  expect(word({ state: "STUCK" }, "state", ["OPEN", "STUCK"])).toEqual({ state: "STUCK" });
  expect(word({ state: "LOST" }, "state", ["OPEN", "STUCK"])).toEqual({});
});

test("another filter begins at the first page, and what asks for nothing is left out", () => {
  const before = { q: "ada", role: "DOCTOR", cursor: "abc" };
  expect(changed(before, { q: "" })).toEqual({ role: "DOCTOR" });
  expect(changed<{ gone?: boolean }>({ gone: true }, { gone: false })).toEqual({});
});
