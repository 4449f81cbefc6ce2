import { renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useKey } from "./key";

test("a key belongs to what is asked for", () => {
  const keyOf = renderHook(useKey).result.current;
  const key = keyOf({ name: "Ada" });
  expect(keyOf({ name: "Ada" })).toBe(key);
  expect(keyOf({ name: "Ben" })).not.toBe(key);
});
