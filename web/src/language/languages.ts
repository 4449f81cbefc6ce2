/** The languages there are messages in. */
export const languages = { en: "English", de: "Deutsch", ar: "العربية" } as const;

export type Language = keyof typeof languages;

const key = "carelane.language";

/** What public/first-paint.js has found out: one's own choice, or else the browser's. */
export function chosenLanguage(): Language {
  const lang = document.documentElement.lang;
  return lang in languages ? (lang as Language) : "en";
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

export function directionOf(language: Language): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

/** How the reader writes dates and amounts: as in their own country, if they speak of it. */
export function localeOf(language: Language): string {
  const regional = navigator.languages.find((it) => it.startsWith(`${language}-`));
  return regional ?? { en: "en-GB", de: "de-DE", ar: "ar" }[language];
}
