import { Trans } from "@lingui/react/macro";
import { type ReactNode, useSyncExternalStore } from "react";
import { Button } from "./button";

interface Toast {
  id: number;
  text: ReactNode;
}

const shownFor = 6_000;
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) {
    listener();
  }
}

/** Says in a corner, and to screen readers, what has happened. */
export function toast(text: ReactNode): void {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { id, text }]);
  setTimeout(() => close(id), shownFor);
}

function close(id: number): void {
  set(toasts.filter((it) => it.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 grid justify-items-end gap-2"
    >
      {shown.map(({ id, text }) => (
        <div
          key={id}
          className="pointer-events-auto flex max-w-md items-center gap-3 rounded-md bg-ink px-4 py-3 text-page shadow-raised"
        >
          <div>{text}</div>
          <Button small look="secondary" onClick={() => close(id)}>
            <Trans>Close</Trans>
          </Button>
        </div>
      ))}
    </div>
  );
}
