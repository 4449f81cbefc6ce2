import { describe, expect, test } from "vitest";
import { nextOf } from "@/account/next";

describe("where to go after signing in", () => {
  test.each(["/appointments?tab=past", "/"])("a page of ours: %s", (next) => {
    expect(nextOf({ next })).toEqual({ next });
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    7,
  ])("nowhere else: %s", (next) => {
    expect(nextOf({ next })).toEqual({});
  });
});
