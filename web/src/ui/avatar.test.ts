import { expect, test } from "vitest";
import { initialsOf } from "./avatar";

test.each([
  ["Dr. Ada Lindqvist", "AL"],
  ["Sam", "S"],
  ["María José García Pérez", "MP"],
  ["محمد الفاسي", "ما"],
])("initials of %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
