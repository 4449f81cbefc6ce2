import { expect, it } from "vitest";
import type { Message } from "./merge";
import { stillUnsent, type Unsent } from "./outbox";

function unsent(key: string, text: string, state: Unsent["state"] = "sending"): Unsent {
  return { key, text, state, after: "5" };
}

function sent(id: string, text: string, senderId = "me"): Message {
  return { id, conversationId: "c", senderId, text, sentAt: "2026-12-01T10:00:01Z" };
}

it("hides what has come live before its answer", () => {
  const left = stillUnsent(
    [unsent("a", "Hello "), unsent("b", "There")],
    [sent("6", "Hello")],
    "me",
  );
  expect(left.map((it) => it.key)).toEqual(["b"]);
});

it("lets each sent message stand for one", () => {
  const left = stillUnsent([unsent("a", "Yes"), unsent("b", "Yes")], [sent("6", "Yes")], "me");
  expect(left.map((it) => it.key)).toEqual(["b"]);
});

it("minds neither others' words nor earlier ones", () => {
  const messages = [sent("4", "Yes"), sent("6", "Yes", "other")];
  expect(stillUnsent([unsent("a", "Yes")], messages, "me")).toHaveLength(1);
});

it("keeps what has failed", () => {
  expect(stillUnsent([unsent("a", "Yes", "failed")], [sent("6", "Yes")], "me")).toHaveLength(1);
});
