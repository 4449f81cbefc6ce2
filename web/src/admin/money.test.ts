import { expect, test } from "vitest";
import { digitsOf, minorOf, typedOf } from "./money";

test.each([
  ["85", "EUR", "en-GB", 8500],
  ["85.5", "EUR", "en-GB", 8550],
  ["85,50", "EUR", "de-DE", 8550],
  ["85.50", "EUR", "de-DE", 8550],
  ["1.250", "EUR", "de-DE", 125_000],
  ["1,250", "EUR", "en-GB", 125_000],
  ["1 250,00", "EUR", "fr-FR", 125_000],
  ["1’250.50", "CHF", "de-CH", 125_050],
  ["12000", "JPY", "en-GB", 12_000],
  ["12,000", "JPY", "en-GB", 12_000],
  ["1.250", "KWD", "en-GB", 1250],
  ["٨٥٫٥", "EUR", "ar-EG", 8550],
  ["٨٥٫٥", "EUR", "ar", 8550],
  ["0", "EUR", "en-GB", 0],
])("%s %s, written as in %s, is %i", (typed, currency, locale, minor) => {
  expect(minorOf(typed, currency, locale)).toBe(minor);
});

test.each([
  ["", "EUR"],
  ["-5", "EUR"],
  ["85.505", "EUR"],
  ["100.5", "JPY"],
  ["12 €", "EUR"],
  ["1.2.3", "EUR"],
  ["99999999999999999", "EUR"],
])("%s %s is no amount", (typed, currency) => {
  expect(minorOf(typed, currency, "en-GB")).toBeNull();
});

test("an amount that is typed as it is shown stays the same", () => {
  for (const [currency, amountMinor] of [
    ["EUR", 123_456_789],
    ["JPY", 5],
    ["KWD", 1],
  ] as const) {
    for (const locale of ["en-GB", "de-DE", "ar", "ar-EG"]) {
      const typed = typedOf({ amountMinor, currency }, locale);
      expect(minorOf(typed, currency, locale)).toBe(amountMinor);
    }
  }
});

test("currencies have their own digits", () => {
  expect(["EUR", "JPY", "KWD"].map(digitsOf)).toEqual([2, 0, 3]);
});
