import type { Message } from "./merge";

/** A message that is on its way, or could not be sent. */
export interface Unsent {
  /** The Idempotency-Key: sent again with it, it has one effect */
  key: string;
  text: string;
  /** Id of the last message that was there when it was written; "" for none */
  after: string;
  state: "sending" | "failed";
}

/** As the service keeps a text. */
export function asKept(text: string): string {
  return text.trim().normalize("NFC");
}

/**
 * Those which are not shown as sent already: one's own message may come live before the answer to
 * its request. Each sent message stands for one of the same text.
 */
export function stillUnsent(unsent: Unsent[], messages: Message[], me: string): Unsent[] {
  const own = messages.filter((it) => it.senderId === me);
  return unsent.filter((it) => {
    if (it.state === "failed") {
      return true;
    }
    const echo = own.findIndex((sent) => sent.id > it.after && sent.text === asKept(it.text));
    if (echo === -1) {
      return true;
    }
    own.splice(echo, 1);
    return false;
  });
}
