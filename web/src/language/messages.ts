import { i18n, type Messages } from "@lingui/core";
import { chosenLanguage, directionOf, keepLanguage, type Language, localeOf } from "./languages";

/** A folder of src/ that has messages of its own; "language" has those of all others. */
export type Feature =
  | "about"
  | "account"
  | "admin"
  | "appointments"
  | "booking"
  | "chat"
  | "desk"
  | "doctors"
  | "language"
  | "notifications"
  | "payments"
  | "slots";

const catalogs = import.meta.glob<{ messages: Messages }>("/src/*/locales/*.po");
const loaded = new Set<Feature>();

async function load(feature: Feature, language: Language): Promise<void> {
  const catalog = catalogs[`/src/${feature}/locales/${language}.po`];
  if (catalog) {
    i18n.load(language, (await catalog()).messages);
  }
}

/** Loads what the pages of a feature say, once. */
export async function loadMessages(feature: Feature): Promise<void> {
  if (!loaded.has(feature)) {
    await load(feature, chosenLanguage());
    loaded.add(feature);
  }
}

/** Says everything in this language from now on. */
export async function speak(language: Language): Promise<void> {
  loaded.add("language");
  await Promise.all([...loaded].map((feature) => load(feature, language)));
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  i18n.activate(language, localeOf(language));
}

/** Speaks it the next time as well. */
export async function choose(language: Language): Promise<void> {
  keepLanguage(language);
  await speak(language);
}
