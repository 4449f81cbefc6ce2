import { describe, expect, it } from "vitest";
import { byDay, inOrder, lastOf, type Message, type MessagePages, withMessages } from "./merge";

function message(id: string, sentAt = "2026-12-01T10:00:00Z"): Message {
  return { id, conversationId: "c", senderId: "p", text: `text of ${id}`, sentAt };
}

function pages(...ids: string[][]): MessagePages {
  return {
    pages: ids.map((page) => ({ items: page.map((id) => message(id)), nextCursor: null })),
    pageParams: ids.map(() => null),
  };
}

function idsOf(messages: Message[]): string[] {
  return messages.map((it) => it.id);
}

describe("messages of pages", () => {
  it("are in order, the oldest first", () => {
    expect(idsOf(inOrder(pages(["5", "4"], ["3", "2"], ["1"])))).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("are there once, though pages overlap", () => {
    expect(idsOf(inOrder(pages(["5", "4", "3"], ["4", "3", "2"])))).toEqual(["2", "3", "4", "5"]);
  });
});

describe("messages that come live", () => {
  it("are added at the end", () => {
    const merged = withMessages(pages(["2"], ["1"]), [message("3")]);
    expect(idsOf(inOrder(merged))).toEqual(["1", "2", "3"]);
    expect(lastOf(merged)?.id).toBe("3");
  });

  it("are not there twice, whichever way they come", () => {
    const once = withMessages(pages(["2"], ["1"]), [message("3")]);
    expect(withMessages(once, [message("3")])).toBe(once);
    expect(withMessages(once, [message("1"), message("3")])).toBe(once);
  });

  it("find their place, though one before them comes later", () => {
    const merged = withMessages(withMessages(pages(["1"]), [message("3")]), [message("2")]);
    expect(idsOf(inOrder(merged))).toEqual(["1", "2", "3"]);
    expect(idsOf(merged.pages[0]?.items ?? [])).toEqual(["3", "2", "1"]);
  });

  it("keep how the list goes on", () => {
    const loaded = pages(["2"]);
    const [first] = loaded.pages;
    if (first) {
      first.nextCursor = "more";
    }
    expect(withMessages(loaded, [message("3")]).pages[0]?.nextCursor).toBe("more");
  });
});

describe("days of messages", () => {
  it("are the reader's", () => {
    const evening = message("1", "2026-12-01T22:30:00Z");
    const night = message("2", "2026-12-01T23:30:00Z");
    const morning = message("3", "2026-12-02T08:00:00Z");
    const days = byDay([evening, night, morning], "Europe/Berlin");
    expect(days.map((day) => [day.date, idsOf(day.messages)])).toEqual([
      ["2026-12-01", ["1"]],
      ["2026-12-02", ["2", "3"]],
    ]);
  });
});
