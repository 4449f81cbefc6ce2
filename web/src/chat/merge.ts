import type { InfiniteData } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { dateOf } from "@/language/days";

export type Message = Schemas["MessageView"];
export type MessagePages = InfiniteData<Schemas["PageMessageView"], unknown>;

/** Ids ascend within a conversation. */
function byId(a: Message, b: Message): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The messages of all pages, the oldest first, each once. */
export function inOrder(pages: MessagePages): Message[] {
  const known = new Map(pages.pages.flatMap((page) => page.items).map((it) => [it.id, it]));
  return [...known.values()].sort(byId);
}

/**
 * With messages that came live or were missed: they go to the first page, the newest, where a page
 * that is loaded later does not look for them. What is known stays as it is.
 */
export function withMessages(pages: MessagePages, added: Message[]): MessagePages {
  const known = new Set(pages.pages.flatMap((page) => page.items).map((it) => it.id));
  const fresh = added.filter((it) => !known.has(it.id));
  const [first, ...others] = pages.pages;
  if (fresh.length === 0 || first === undefined) {
    return pages;
  }
  const items = inOrder({ ...pages, pages: [{ ...first, items: [...fresh, ...first.items] }] });
  return { ...pages, pages: [{ ...first, items: items.reverse() }, ...others] };
}

/** The newest that is known. */
export function lastOf(pages: MessagePages): Message | undefined {
  return inOrder(pages).at(-1);
}

export interface Day {
  date: string;
  messages: Message[];
}

/** By the days on which they were sent, in the reader's zone. */
export function byDay(messages: Message[], zone: string): Day[] {
  const days: Day[] = [];
  for (const message of messages) {
    const date = dateOf(message.sentAt, zone);
    const last = days.at(-1);
    if (last?.date === date) {
      last.messages.push(message);
    } else {
      days.push({ date, messages: [message] });
    }
  }
  return days;
}
