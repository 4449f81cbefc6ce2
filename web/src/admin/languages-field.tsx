import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormats } from "@/language/formats";
import { ComboBoxField } from "@/ui/combo-box";
import { useLanguages } from "./choices";

/** Several languages: each is added by choosing it. */
export function LanguagesField({
  value,
  onChange,
  error,
}: {
  value: string[];
  onChange: (codes: string[]) => void;
  error?: string | undefined;
}) {
  const { t } = useLingui();
  const formats = useFormats();
  const [added, setAdded] = useState(0);
  const options = useLanguages().filter(({ id }) => !value.includes(id));
  return (
    <div className="grid content-start gap-2">
      <ComboBoxField
        // A new one for each: what was typed is done with, and its list is closed.
        key={added}
        autoFocus={added > 0}
        label={t`Languages`}
        hint={t`Choose one after the other.`}
        optional
        error={error}
        options={options}
        value=""
        onChange={(code) => {
          if (code) {
            setAdded(added + 1);
            onChange([...value, code]);
          }
        }}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t`Languages`}>
          {value.map((code) => {
            const name = formats.languageName(code);
            return (
              <li
                key={code}
                className="inline-flex items-center rounded-full bg-accent-soft ps-3 text-accent-strong"
              >
                {name}
                <button
                  type="button"
                  aria-label={t`Remove ${name}`}
                  className="grid size-9 place-items-center rounded-full hover:bg-surface"
                  onClick={() => onChange(value.filter((it) => it !== code))}
                >
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p className="sr-only" role="status">
        {value.length > 0 && <Trans>Chosen: {formats.list(value.map(formats.languageName))}</Trans>}
      </p>
    </div>
  );
}
