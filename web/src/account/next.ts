/** Where to go after signing in: a page of ours, as a path. */
export interface Next {
  next?: string;
}

export function nextOf(search: Record<string, unknown>): Next {
  const { next } = search;
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}
