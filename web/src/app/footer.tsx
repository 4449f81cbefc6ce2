import { Trans, useLingui } from "@lingui/react/macro";
import { useId, useState } from "react";
import { type Language, languages } from "@/language/languages";
import { choose } from "@/language/messages";
import { TextLink } from "@/ui/button";
import { chooseTheme, chosenTheme, type Theme } from "./theme";

const small = "min-h-10 rounded-md bg-surface px-2 ring-1 ring-edge";

function LanguageChoice() {
  const { i18n } = useLingui();
  const id = useId();
  return (
    <p>
      <label htmlFor={id} className="me-2">
        <Trans>Language</Trans>
      </label>
      <select
        id={id}
        className={small}
        value={i18n.locale}
        onChange={(event) => void choose(event.target.value as Language)}
      >
        {Object.entries(languages).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

function ThemeChoice() {
  const { t } = useLingui();
  const id = useId();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <p>
      <label htmlFor={id} className="me-2">
        <Trans>Colours</Trans>
      </label>
      <select
        id={id}
        className={small}
        value={theme}
        onChange={(event) => {
          const chosen = event.target.value as Theme;
          chooseTheme(chosen);
          setTheme(chosen);
        }}
      >
        <option value="system">{t`As my device`}</option>
        <option value="light">{t`Light`}</option>
        <option value="dark">{t`Dark`}</option>
      </select>
    </p>
  );
}

export function Footer() {
  const { t } = useLingui();
  return (
    <footer className="mt-12 border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-6 px-4 py-8 sm:px-6">
        <nav aria-label={t`About Carelane`} className="flex flex-wrap gap-x-6 gap-y-2">
          <TextLink to="/about">
            <Trans>What Carelane is</Trans>
          </TextLink>
          <TextLink to="/privacy">
            <Trans>Privacy</Trans>
          </TextLink>
          <a
            href="/api-docs"
            className="text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
          >
            <Trans>Programming interface</Trans>
          </a>
        </nav>
        <div className="flex flex-wrap gap-6">
          <LanguageChoice />
          <ThemeChoice />
        </div>
      </div>
    </footer>
  );
}
