import { ownZone } from "@/language/formats";

/** What stands in an address, checked: of the names given those that are texts, and not empty. */
export function texts<Name extends string>(
  search: Record<string, unknown>,
  ...names: Name[]
): Partial<Record<Name, string>> {
  const kept: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = search[name];
    if ((typeof value === "string" || typeof value === "number") && value !== "") {
      kept[name] = String(value);
    }
  }
  return kept;
}

/** The same of dates: 2026-12-01. */
export function dates<Name extends string>(
  search: Record<string, unknown>,
  ...names: Name[]
): Partial<Record<Name, string>> {
  const kept = texts(search, ...names);
  for (const name of names) {
    const value = kept[name];
    if (value !== undefined && !/^\d{4}-\d\d-\d\d$/.test(value)) {
      delete kept[name];
    }
  }
  return kept;
}

/** The same of a word, if it is one of those known. */
export function word<Name extends string, Word extends string>(
  search: Record<string, unknown>,
  name: Name,
  known: readonly Word[],
): Partial<Record<Name, Word>> {
  const value = known.find((it) => it === search[name]);
  const kept: Partial<Record<Name, Word>> = {};
  if (value !== undefined) {
    kept[name] = value;
  }
  return kept;
}

/** Without what asks for nothing, and at the beginning: another filter has another first page. */
export function changed<Search extends object>(before: Search, change: Partial<Search>): Search {
  const all = Object.entries({ ...before, ...change, cursor: undefined });
  return Object.fromEntries(
    all.filter(([, value]) => value !== undefined && value !== "" && value !== false),
  ) as Search;
}

/** Whose days they are, where there are any: the reader's. */
export function zoneOf({ from, to }: { from?: string; to?: string }): { zone?: string } {
  return from || to ? { zone: ownZone } : {};
}
