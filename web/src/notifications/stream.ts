import { EventSourceParserStream } from "eventsource-parser/stream";
import { accessToken, forget } from "@/session/session";

export type StreamEvent = "ready" | "reset" | "notification" | "appointment";

/** In ms; the wait before the n-th attempt doubles up to the last. */
const firstWait = 1_000;
const longestWait = 30_000;

/**
 * Listens to the live stream until told to stop, and begins again behind the last event when it
 * breaks off. The browser's own EventSource cannot send the token.
 */
export async function listen(
  stop: AbortSignal,
  hear: (event: StreamEvent, data: unknown) => void,
): Promise<void> {
  let last: string | undefined;
  let wait = firstWait;
  while (!stop.aborted) {
    try {
      const token = await accessToken();
      if (token === null) {
        return;
      }
      const response = await open(token, last, stop);
      if (response.status === 401) {
        forget(token);
      }
      if (response.ok && response.body) {
        for await (const event of events(response.body)) {
          wait = firstWait;
          last = event.id ?? last;
          hear(event.event as StreamEvent, JSON.parse(event.data));
        }
      }
    } catch {
      // It broke off.
    }
    await pause(wait, stop);
    wait = Math.min(wait * 2, longestWait);
  }
}

function open(token: string, last: string | undefined, signal: AbortSignal): Promise<Response> {
  return fetch("/api/v1/notifications/stream", {
    signal,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(last !== undefined && { "Last-Event-ID": last }),
    },
  });
}

async function* events(body: ReadableStream<Uint8Array>) {
  const reader = body
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    yield next.value;
  }
}

/** Shorter when the network comes back. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    stop.addEventListener("abort", done);
  });
}
