import { useState } from "react";

/**
 * The token of a link in a mail. It stands behind {@code #}, which no server sees, and leaves the
 * address at once, so that it is not in the history.
 */
export function useMailedToken(): string {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get("token") ?? "");
  if (location.hash !== "") {
    history.replaceState(history.state, "", location.pathname);
  }
  return token;
}
