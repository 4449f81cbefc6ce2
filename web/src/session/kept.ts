import { currentSession } from "./session";

/**
 * What someone has typed and not sent, kept in this tab over a reload. Others who sign in do not get
 * it; it goes when its writer signs out.
 */
const prefix = "carelane.kept.";

function keyOf(name: string): string | null {
  const session = currentSession();
  return session.state === "signed-in" ? `${prefix}${session.account.id}.${name}` : null;
}

export function kept<T>(name: string): T | null {
  const key = keyOf(name);
  const text = key && sessionStorage.getItem(key);
  return text ? JSON.parse(text) : null;
}

export function keep(name: string, value: unknown): void {
  const key = keyOf(name);
  if (key === null) {
    return;
  }
  if (value === null) {
    sessionStorage.removeItem(key);
  } else {
    sessionStorage.setItem(key, JSON.stringify(value));
  }
}

export function forgetKept(): void {
  for (const key of Object.keys(sessionStorage).filter((it) => it.startsWith(prefix))) {
    sessionStorage.removeItem(key);
  }
}
