import { expect, test } from "vitest";
import { changeOf, differing, newDoctor, requestOf, valuesOf } from "./doctor-values";

const typed = {
  ...newDoctor,
  name: "Dr. Ada Lindqvist",
  specialization: "Cardiology",
  amount: "120,50",
  zone: "Europe/Berlin",
  languages: ["de", "sv"],
};

test("asks for a doctor with the fee in minor units", () => {
  expect(requestOf(typed, "de-DE")).toEqual({
    name: "Dr. Ada Lindqvist",
    specialization: "Cardiology",
    fee: { amountMinor: 12_050, currency: "EUR" },
    zone: "Europe/Berlin",
    languages: ["de", "sv"],
    location: "",
    about: "",
  });
});

test("never changes the zone", () => {
  expect(changeOf(typed, "de-DE")).not.toHaveProperty("zone");
});

test("what is loaded and typed again is the same", () => {
  const doctor = { ...requestOf(typed, "de-DE"), id: "d", bookable: true };
  const loaded = valuesOf(doctor as Parameters<typeof valuesOf>[0], "de-DE");
  expect(differing(loaded, typed)).toEqual([]);
});

test("says what somebody else changed", () => {
  expect(differing(typed, { ...typed, languages: ["de"], location: "Berlin" })).toEqual([
    "languages",
    "location",
  ]);
});
