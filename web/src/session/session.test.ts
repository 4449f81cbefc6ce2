import { beforeEach, describe, expect, test, vi } from "vitest";

const ada = {
  id: "1",
  email: "ada@example.com",
  emailVerified: true,
  name: "Ada",
  roles: ["PATIENT"],
};
const tokenOf = (sub: string, n: number) => `h.${btoa(JSON.stringify({ sub, n }))}.s`;

/** Answers for each path, one after the other. */
let answers: Record<string, Response[]>;
const asked: string[] = [];

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  asked.length = 0;
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      postMessage() {}
      addEventListener() {}
    },
  );
  vi.stubGlobal("navigator", {
    locks: { request: (_: string, work: () => unknown) => work() },
  });
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const answer = answers[path]?.shift();
    if (!answer) {
      throw new TypeError("no network");
    }
    return answer;
  });
});

describe("a session", () => {
  test("is not asked for by visitors", async () => {
    answers = {};
    const { restore, currentSession } = await import("./session");
    await restore();
    expect(currentSession()).toEqual({ state: "signed-out", because: "never" });
    expect(asked).toEqual([]);
  });

  test("is renewed once for all that need it", async () => {
    localStorage.setItem("carelane.signed-in", "yes");
    answers = {
      "/api/v1/auth/refresh": [json({ accessToken: tokenOf("1", 1), expiresIn: 900 })],
      "/api/v1/auth/me": [json(ada)],
    };
    const { accessToken, restore, currentSession } = await import("./session");
    const tokens = await Promise.all([accessToken(), accessToken(), restore()]);
    expect(tokens[0]).toBe(tokens[1]);
    expect(currentSession()).toMatchObject({ state: "signed-in", account: ada });
    expect(asked.filter((path) => path.endsWith("refresh"))).toHaveLength(1);
  });

  test("has ended when it cannot be renewed", async () => {
    localStorage.setItem("carelane.signed-in", "yes");
    answers = { "/api/v1/auth/refresh": [json({}, 401)] };
    const { restore, currentSession } = await import("./session");
    await restore();
    expect(currentSession()).toEqual({ state: "signed-out", because: "expired" });
    expect(localStorage.getItem("carelane.signed-in")).toBeNull();
  });

  test("is not given up while the service is away", async () => {
    localStorage.setItem("carelane.signed-in", "yes");
    answers = {
      "/api/v1/auth/refresh": [
        json({}, 503),
        json({ accessToken: tokenOf("1", 1), expiresIn: 900 }),
      ],
      "/api/v1/auth/me": [json(ada)],
    };
    const { restore, currentSession } = await import("./session");
    await expect(restore()).rejects.toBeDefined();
    expect(currentSession().state).toBe("unknown");
    await restore();
    expect(currentSession().state).toBe("signed-in");
  });

  test("ends here at once, and at the service when it can be reached", async () => {
    localStorage.setItem("carelane.signed-in", "yes");
    answers = {
      "/api/v1/auth/refresh": [json({ accessToken: tokenOf("1", 1), expiresIn: 900 })],
      "/api/v1/auth/me": [json(ada)],
    };
    const { restore, signOut, currentSession } = await import("./session");
    await restore();
    await signOut();
    expect(currentSession()).toEqual({ state: "signed-out", because: "chosen" });
    expect(localStorage.getItem("carelane.sign-out-unheard")).toBe("yes");

    answers["/api/v1/auth/refresh"] = [new Response(null, { status: 204 })];
    window.dispatchEvent(new Event("online"));
    await vi.waitFor(() => expect(localStorage.getItem("carelane.sign-out-unheard")).toBeNull());
  });

  test("of who signs in is not ended by a sign-out that was not heard of", async () => {
    localStorage.setItem("carelane.sign-out-unheard", "yes");
    answers = {
      "/api/v1/auth/login": [json({ accessToken: tokenOf("1", 1), expiresIn: 900 })],
      "/api/v1/auth/me": [json(ada)],
    };
    const { signIn, currentSession } = await import("./session");
    expect(await signIn("ada@example.com", "x")).toBeUndefined();
    expect(currentSession().state).toBe("signed-in");
    expect(localStorage.getItem("carelane.sign-out-unheard")).toBeNull();
  });
});
