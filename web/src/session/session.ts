import { useSyncExternalStore } from "react";
import type { components } from "@/api/schema";

export type Account = components["schemas"]["AccountView"];
export type Role = "PATIENT" | "DOCTOR" | "ADMIN";

export type Session =
  | { state: "unknown" }
  | { state: "signed-in"; account: Account }
  | { state: "signed-out"; because: "never" | "chosen" | "expired" };

interface Token {
  value: string;
  /** Milliseconds since 1970 */
  expiresAt: number;
}

type News = { kind: "token"; token: Token } | { kind: "signed-out" };

/** Whether there may be a cookie: spares visitors a request that would be refused. */
const hint = "carelane.signed-in";
/** Whether somebody has signed out, and the service does not know yet. */
const unheard = "carelane.sign-out-unheard";
/** A token this close to its end, in ms, is renewed before it is used. */
const margin = 30_000;

const tabs = new BroadcastChannel("carelane-session");
const listeners = new Set<() => void>();

// The access token is nowhere but here; the refresh token is in a cookie that no script can read.
let token: Token | null = null;
let session: Session = { state: "unknown" };
let restoring: Promise<void> | null = null;
let refreshing: Promise<string | null> | null = null;

function become(next: Session): void {
  session = next;
  for (const listener of listeners) {
    listener();
  }
}

function isFresh(it: Token | null): it is Token {
  return it !== null && it.expiresAt - Date.now() > margin;
}

function take(tokens: { accessToken: string; expiresIn: number }): Token {
  token = { value: tokens.accessToken, expiresAt: Date.now() + tokens.expiresIn * 1000 };
  localStorage.setItem(hint, "yes");
  localStorage.removeItem(unheard);
  tabs.postMessage({ kind: "token", token } satisfies News);
  return token;
}

function end(because: "chosen" | "expired"): void {
  token = null;
  localStorage.removeItem(hint);
  become({ state: "signed-out", because });
}

/** What changes the cookie is done one at a time, in all tabs. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("carelane-cookie", work) as Promise<T>;
}

/**
 * Renews the access token by the cookie. Of several tabs one does it at a time, and the others take
 * what it got.
 *
 * @throws Response when it is not known whether the session goes on: the service is away
 */
async function refresh(): Promise<string | null> {
  const stale = token;
  return alone(async () => {
    if (token !== stale && isFresh(token)) {
      return token.value;
    }
    const response = await fetch("/api/v1/auth/refresh", { method: "POST" });
    if (response.ok) {
      return take(await response.json()).value;
    }
    if (response.status !== 401) {
      throw response;
    }
    end("expired");
    tabs.postMessage({ kind: "signed-out" } satisfies News);
    return null;
  });
}

/** A token that is good for a while, or null without a session. */
export async function accessToken(): Promise<string | null> {
  if (isFresh(token)) {
    return token.value;
  }
  if (token === null && localStorage.getItem(hint) === null) {
    return null;
  }
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Says that a token was refused, though it should be good. */
export function forget(value: string): void {
  if (token?.value === value) {
    token = { ...token, expiresAt: 0 };
  }
}

async function meet(value: string): Promise<void> {
  const response = await fetch("/api/v1/auth/me", {
    headers: { Authorization: `Bearer ${value}` },
  });
  if (response.ok) {
    become({ state: "signed-in", account: await response.json() });
  } else if (response.status === 401) {
    end("expired");
  } else {
    throw response;
  }
}

/** Finds out, once, whether there is a session. */
export function restore(): Promise<void> {
  restoring ??= accessToken()
    .then((value) =>
      value === null
        ? session.state === "unknown" && become({ state: "signed-out", because: "never" })
        : meet(value),
    )
    .then(() => undefined)
    .catch((error) => {
      restoring = null;
      throw error;
    });
  return restoring;
}

/** @returns the problem when it is refused */
export async function signIn(email: string, password: string): Promise<unknown> {
  const answer = await alone(async () => {
    const response = await fetch("/api/v1/auth/login", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ email, password, refreshTokenIn: "COOKIE" }),
    });
    const body = await response.json();
    return response.ok ? { token: take(body) } : { problem: body as unknown };
  });
  if (answer.token === undefined) {
    return answer.problem;
  }
  await meet(answer.token.value);
  restoring = Promise.resolve();
  return undefined;
}

/** Ends the session in all tabs, also when the service cannot be reached: it hears of it later. */
export async function signOut(): Promise<void> {
  end("chosen");
  localStorage.setItem(unheard, "yes");
  tabs.postMessage({ kind: "signed-out" } satisfies News);
  await tellOfSigningOut();
}

async function tellOfSigningOut(): Promise<void> {
  if (localStorage.getItem(unheard) === null) {
    return;
  }
  await alone(async () => {
    // Who has signed in meanwhile has another cookie.
    if (localStorage.getItem(unheard) !== null) {
      const response = await fetch("/api/v1/auth/refresh", { method: "DELETE" }).catch(() => null);
      if (response?.ok) {
        localStorage.removeItem(unheard);
      }
    }
  });
}

window.addEventListener("online", () => void tellOfSigningOut());
void tellOfSigningOut();

/** After the own account was changed. */
export async function lookAgain(): Promise<void> {
  const value = await accessToken();
  if (value !== null) {
    await meet(value);
  }
}

tabs.addEventListener("message", ({ data }: MessageEvent<News>) => {
  if (data.kind === "signed-out") {
    end("chosen");
  } else {
    token = data.token;
    if (session.state !== "signed-in" || subjectOf(data.token) !== session.account.id) {
      void meet(data.token.value).catch(() => undefined);
    }
  }
});

/** Whose it is; nothing depends on it but whether to ask the service who that is. */
function subjectOf({ value }: Token): unknown {
  const payload = value.split(".")[1]?.replaceAll("-", "+").replaceAll("_", "/") ?? "";
  return JSON.parse(atob(payload)).sub;
}

export function currentSession(): Session {
  return session;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session {
  return useSyncExternalStore(onSession, currentSession);
}

export function useAccount(): Account | null {
  const now = useSession();
  return now.state === "signed-in" ? now.account : null;
}

export function has(role: Role): boolean {
  return session.state === "signed-in" && session.account.roles.includes(role);
}
